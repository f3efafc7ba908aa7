import type { System } from "../../engine/index.ts";
import type { Beat, Chapter, Episode, Scene } from "../episode.ts";
import { printClockTime } from "./clock-time.ts";
import { printText } from "./entries.ts";
import { printNarration } from "./print-narration.ts";
import { printAsk, printDo, printPractice } from "./print-script.ts";
import { DEFAULT_SEED } from "./system-block.ts";

/**
 * An episode as text. Reading it gives the same episode again.
 *
 * @param systems every system that the episode names, by id
 */
export function printEpisode(episode: Episode, systems: ReadonlyMap<string, System>): string {
  const { title, number, slug, summary, duration } = episode;
  const head = [
    "---",
    `title: ${printText(title)}`,
    `number: ${number}`,
    `slug: ${slug}`,
    `summary: ${printText(summary)}`,
    `duration: ${printClockTime(duration)}`,
    "---",
  ].join("\n");
  const parts = [head, ...episode.chapters.flatMap((chapter) => printChapter(chapter, systems))];
  return `${parts.join("\n\n")}\n`;
}

function printChapter(chapter: Chapter, systems: ReadonlyMap<string, System>): string[] {
  const { start, title, short, id, scenes, beats } = chapter;
  const titles = short === title ? title : `${title} | ${short}`;
  const parts = [`## ${printClockTime(start)} ${titles} {#${id}}`];
  for (const [index, scene] of scenes.entries()) {
    const system = systems.get(scene.system);
    if (system === undefined) throw new Error(`there is no system “${scene.system}”`);
    parts.push(...printScene(scene, system));
    const steps = beats.filter((beat) => beat.scene === index);
    for (const [step, beat] of steps.entries()) parts.push(...printStep(beat, system, steps[step + 1]));
  }
  return parts;
}

function printScene(scene: Scene, system: System): string[] {
  const { parameters, seed, stream, broken, views } = scene;
  const lines = [scene.system];
  for (const [name, field] of Object.entries(system.parameters)) {
    lines.push(`${name}: ${printText(field.print(parameters[name] as never))}`);
  }
  if (seed !== DEFAULT_SEED) lines.push(`seed: ${seed}`);
  if (stream !== undefined) lines.push(`stream: ${printText(stream)}`);
  if (broken !== undefined) lines.push(`broken: ${broken.join(", ")}`);
  const usual = system.views?.join() === views.join();
  return [fence("system", lines), ...(usual ? [] : [fence("look", views)])];
}

function printStep(beat: Beat, system: System, next: Beat | undefined): string[] {
  const parts = beat.text.map(printNarration);
  const nothingDone = beat.inputs.length === 0 && beat.expects.length === 0;
  if (!nothingDone) parts.push(fence("do", printDo(beat, system)));
  if (beat.ask !== undefined) parts.push(fence("ask", printAsk(beat.ask, system)));
  if (beat.practice !== undefined) parts.push(fence("practice", printPractice(beat.practice)));
  if (beat.notes !== undefined) parts.push(fence("notes", beat.notes));
  const closed = !nothingDone || [beat.ask, beat.practice, beat.notes].some((part) => part !== undefined);
  if (!closed && next !== undefined) parts.push("---");
  return parts;
}

function fence(kind: string, lines: readonly string[]): string {
  return ["```".concat(kind), ...lines, "```"].join("\n");
}
