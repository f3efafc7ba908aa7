import { basename } from "node:path";
import * as z from "zod/mini";
import type { Model } from "./model.ts";
import { models } from "./registry.ts";
import { readVectors, vectorFiles } from "./vectors.ts";

/** How one vector file came out. */
export interface FileReport {
  readonly name: string;
  /** Why the file was passed over or could not be read; undefined when its cases were run. */
  readonly note?: string;
  readonly passed: number;
  /** One sentence a failing case, with its id. */
  readonly failures: readonly string[];
}

/** Run every model that exists against every vector file of its name, whole. */
export function checkFolder(folder: string): FileReport[] {
  return vectorFiles(folder).map(checkFile);
}

function checkFile(file: string): FileReport {
  const name = basename(file, ".json");
  const model = models.get(name);
  if (model === undefined)
    return { name, note: "no model of that name, passed over", passed: 0, failures: [] };
  try {
    const { cases } = readVectors(file);
    const failures = cases.flatMap((recorded, place) => checkCase(model, recorded, place));
    return { name, passed: cases.length - failures.length, failures };
  } catch (error) {
    return { name, note: "cannot be used", passed: 0, failures: [`${file} ${(error as Error).message}`] };
  }
}

function checkCase(model: Model, recorded: unknown, place: number): string[] {
  const id = (recorded as { readonly id?: unknown } | null)?.id;
  const which = id === undefined ? `case at place ${place}` : `case ${String(id)}`;
  const read = model.shape.safeParse(recorded);
  if (!read.success) return [`${which}: malformed: ${z.prettifyError(read.error)}`];
  try {
    const difference = model.firstDifference(read.data);
    return difference === undefined ? [] : [`${which}: ${difference}`];
  } catch (error) {
    return [`${which}: ${(error as Error).message}`];
  }
}

/** One line a file with its failures below, then the totals as the last line. */
export function inWords(reports: readonly FileReport[]): string {
  const lines = reports.flatMap(({ name, note, passed, failures }) => [
    note === undefined ? `${name}: ${passed} of ${passed + failures.length}` : `${name}: ${note}`,
    ...failures.map((failure) => `  ${failure}`),
  ]);
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  return [...lines, `${passed} passed, ${failed(reports)} failed`].join("\n");
}

/** How many cases failed; a file that cannot be used counts as one. */
export function failed(reports: readonly FileReport[]): number {
  return reports.reduce((sum, report) => sum + report.failures.length, 0);
}
