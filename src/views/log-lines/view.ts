import { grouped } from "../../engine/systems/grouped.ts";
import type { CrashLogState, LogLine } from "../../engine/systems/window/crash-log-state.ts";
import type { Mark, Size } from "../../stage/mark.ts";
import { fitText } from "../../stage/text-width.ts";
import { count } from "../parts/phrases.ts";
import { windowWords, writtenWords } from "../parts/window-words.ts";
import { LEAST_TEXT, line, typeSize } from "../parts/words.ts";
import type { Picture, View } from "../view.ts";

/** The last lines of a log: new ones come from below, the oldest go; after a crash they still stand there. */
export const view: View<CrashLogState> = {
  id: "log-lines",
  title: "The log",
  height: { least: 170, share: 1 },
  layout,
  describe,
};

function layout({ frame: { state } }: Picture<CrashLogState>, { width, height }: Size): readonly Mark[] {
  const type = typeSize(Math.min(width, height * 1.6), 0.028, 16);
  const side = type;
  const top = type * 2.6;
  const bottom = height - type * 2.6;
  const row = Math.max(type * 1.7, Math.min(type * 4.4, (bottom - top - type * 0.6) / state.capacity));
  const fitting = Math.max(1, Math.floor((bottom - top - type * 0.6) / row));
  const shown = state.values.slice(-fitting);
  const hidden = state.values.length - shown.length;
  const room = width - 2 * side;
  const gone = state.totalWritten - state.size;
  const crashed = state.report !== null;
  const high = Math.min(bottom - top, row * Math.min(state.capacity, fitting) + type * 0.6);
  const above = hidden > 0 ? `; ${grouped(hidden)} more above` : "";
  return [
    {
      key: "window",
      kind: "rect",
      n: {
        x: side * 0.5,
        y: top,
        w: width - side,
        h: high,
        corner: 8,
      },
      style: crashed ? "window crashed" : "window",
    },
    ...shown.flatMap((entry, place) =>
      rowMarks(entry, side * 1.4, top + type * 0.3 + row * (place + 0.5), type, row, room - side),
    ),
    ...line({
      key: "gone",
      text:
        gone === 0 ? "no line is gone yet" : `${count(gone, "older line")} ${gone === 1 ? "is" : "are"} gone`,
      x: side,
      y: type * 1.3,
      size: type,
      room: room * 0.55,
      style: "muted",
    }),
    ...line({
      key: "held",
      text: `${grouped(state.size)} of ${grouped(state.capacity)} remembered${above}`,
      x: width - side,
      y: type * 1.3,
      size: type,
      room: room * 0.43,
      style: "bold accent",
      anchor: "end",
    }),
    ...line({
      key: "crash",
      text: state.report === null ? "running" : `Crash. ${state.report.words}`,
      x: side,
      y: top + high + type * 1.3,
      size: type,
      room,
      style: crashed ? "bold bad" : "muted",
    }),
  ];
}

const LEVELS = { debug: "muted", info: "", warn: "write", error: "bad", fatal: "bold bad" } as const;

function rowMarks(entry: LogLine, x: number, y: number, size: number, row: number, room: number): Mark[] {
  const mono = (text: string, width: number) => fitText(text, width, { size, mono: true }, LEAST_TEXT);
  const number = mono(`#${entry.index}`, room * 0.16);
  const words = mono(`${entry.level.padEnd(5)} ${entry.text}`, room * 0.82);
  const slide = { enter: { y: y + row, opacity: 0 }, leave: { y: y - row, opacity: 0 } };
  const key = `item:${entry.index}`;
  const marks: Mark[] = [];
  if (number !== undefined) {
    const n = { x, y, size: number.size };
    marks.push({
      key: `${key}:number`,
      kind: "text",
      n,
      style: "mono muted",
      text: number.text,
      anchor: "start",
      ...slide,
    });
  }
  if (words !== undefined) {
    const n = { x: x + room * 0.17, y, size: words.size };
    const style = `mono ${LEVELS[entry.level]}`;
    marks.push({
      key,
      kind: "text",
      n,
      style,
      text: words.text,
      full: entry.text,
      anchor: "start",
      subject: key,
      ...slide,
    });
  }
  return marks;
}

function describe({ frame: { state, cause } }: Picture<CrashLogState>): string {
  const { mark, detail } = cause;
  const newest = state.values.at(-1);
  const happened =
    state.report !== null
      ? state.report.words
      : mark === "stride"
        ? `${writtenWords(detail.count as number, detail.overwritten as number, "line")} The newest says: ${newest?.text ?? ""}.`
        : mark === "call"
          ? `${cause.operation} begins.`
          : "The program runs.";
  return `${happened} ${windowWords(state, "line")}`;
}
