import { readFileSync, writeFileSync } from "node:fs";
import { cpus, totalmem, type } from "node:os";
import path from "node:path";
import { root } from "./run.mjs";

const file = path.join(root, "docs/performance.md");

/** The text with what stands between the marks of a section replaced. */
export function replaceSection(text: string, section: string, content: string): string {
  const begin = `<!-- measured: ${section} -->`;
  const end = `<!-- end: ${section} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) throw new Error(`${begin} and ${end} are expected, in this order.`);
  return `${text.slice(0, from + begin.length)}\n${content.trim()}\n${text.slice(to)}`;
}

/** What a figure was measured on, and when: without it a figure says nothing. */
export function provenance(browser?: string): string {
  const processors = cpus();
  const model = processors[0]?.model.trim().replace(/\s+/g, " ") ?? "unknown processor";
  const parts = [
    `${processors.length} cores of ${model}`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    type(),
    `Node ${process.versions.node}`,
    ...(browser === undefined ? [] : [`Chromium ${browser}`]),
  ];
  return `Measured on ${new Date().toISOString().slice(0, 10)}: ${parts.join(", ")}.`;
}

/** Puts figures into a section of docs/performance.md, with the machine and the date. */
export function writeMeasured(section: string, content: string, browser?: string): void {
  const text = `${provenance(browser)}\n\n${content}`;
  writeFileSync(file, replaceSection(readFileSync(file, "utf8"), section, text));
  console.log("Written to docs/performance.md.");
}
