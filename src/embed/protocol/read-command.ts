import type { Parsed } from "../../engine/index.ts";
import type { Grain } from "../../player/line/grain.ts";
import { type Command, isRecord, MOST, VERSION } from "./messages.ts";

type Fields = { readonly [name: string]: unknown };

const GRAINS: readonly Grain[] = ["step", "operation", "move"];

/** What each command needs besides its name. */
const READERS: { readonly [Type in Command["type"]]: (fields: Fields) => Parsed<Command> } = {
  hello: () => yes({ type: "hello" }),
  play: () => yes({ type: "play" }),
  pause: () => yes({ type: "pause" }),
  step: (fields) => readStep("step", fields),
  stepBack: (fields) => readStep("stepBack", fields),
  seek: ({ to, chapter }) => {
    const text = typeof to === "number" ? String(to) : to;
    if (!isText(text)) return no("“seek” needs “to”: a step, such as 4, or a move in it, such as “4.12”");
    if (chapter === undefined) return yes({ type: "seek", to: text });
    if (!isText(chapter)) return no("the “chapter” of “seek” must be a chapter's id, as addresses have it");
    return yes({ type: "seek", to: text, chapter });
  },
  open: ({ place }) =>
    isText(place, MOST.place) && place.startsWith("#")
      ? yes({ type: "open", place })
      : no(
          `“open” needs “place”: what stands after the address of the site, from the “#” on, at most ${MOST.place} characters`,
        ),
  run: ({ lines }) => {
    if (
      !Array.isArray(lines) ||
      lines.length === 0 ||
      lines.length > MOST.lines ||
      !lines.every((line) => isText(line))
    ) {
      return no(
        `“run” needs “lines”: a list of 1 to ${MOST.lines} operations, each a text of at most ${MOST.text} characters`,
      );
    }
    const length = lines.reduce((sum: number, line: string) => sum + line.length, 0);
    if (length > MOST.script) return no(`the lines of “run” may have ${MOST.script} characters together`);
    return yes({ type: "run", lines });
  },
  set: ({ options }) => {
    const entries = isRecord(options) ? Object.entries(options) : [];
    if (
      entries.length === 0 ||
      entries.length > MOST.options ||
      !entries.every(([, value]) => isText(value))
    ) {
      return no("“set” needs “options”: texts by the names of options, such as { theme: “dark” }");
    }
    return yes({ type: "set", options: Object.fromEntries(entries) as Record<string, string> });
  },
};

/** Read what a host has sent. Nothing is believed: whatever it is, it gives a command or a sentence about what is wrong. */
export function readCommand(data: Fields): Parsed<Command> {
  const { version, type, id } = data;
  if (version !== VERSION) {
    return no(`this embed speaks version ${VERSION} of the protocol; found ${shown(version)}`);
  }
  if (id !== undefined && !isId(id)) return no(`“id” must be a whole number from 0; found ${shown(id)}`);
  const known = typeof type === "string" && Object.hasOwn(READERS, type);
  if (!known) {
    return no(`there is no command ${shown(type)}: there are ${Object.keys(READERS).join(", ")}`);
  }
  const read = READERS[type as Command["type"]](data);
  return read.ok && id !== undefined ? yes({ ...read.value, id }) : read;
}

/** Whether an answer can be told apart by it. */
export function isId(id: unknown): id is number {
  return Number.isSafeInteger(id) && (id as number) >= 0;
}

function readStep(type: "step" | "stepBack", { by }: Fields): Parsed<Command> {
  const grain = by === undefined ? "step" : GRAINS.find((known) => known === by);
  return grain === undefined
    ? no(`“by” must be one of ${GRAINS.join(", ")}; found ${shown(by)}`)
    : yes({ type, by: grain });
}

function isText(value: unknown, most: number = MOST.text): value is string {
  return typeof value === "string" && value.length <= most;
}

const LONGEST_QUOTE = 40;

/** A value that may be anything, fit for a sentence. */
function shown(value: unknown): string {
  if (typeof value === "string") {
    return `“${value.length > LONGEST_QUOTE ? `${value.slice(0, LONGEST_QUOTE)}…` : value}”`;
  }
  return value === undefined
    ? "none"
    : typeof value === "number"
      ? String(value)
      : `a value of type ${typeof value}`;
}

function yes(value: Command): { readonly ok: true; readonly value: Command } {
  return { ok: true, value };
}

function no(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}
