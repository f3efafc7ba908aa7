import type { Parsed } from "../../engine/index.ts";
import { readHex } from "./hex.ts";
import { printStepMove, readStepMove, type StepMove } from "./moment.ts";

export const CONTROLS = ["full", "minimal", "none"] as const;
export const PANELS = ["narration", "code", "state", "log", "schedules", "hands"] as const;
export const THEMES = ["auto", "light", "dark"] as const;

export type Panel = (typeof PANELS)[number];

/** How an embedded run is shown. What is left out of an address has the value of {@link DEFAULTS}. */
export interface EmbedOptions {
  readonly controls: (typeof CONTROLS)[number];
  readonly panels: readonly Panel[];
  readonly theme: (typeof THEMES)[number];
  /** A language tag, such as `en`. */
  readonly lang: string;
  /** `#rrggbb`. */
  readonly accent: string | undefined;
  /** The part of the chapter to keep to. */
  readonly from: StepMove | undefined;
  readonly to: StepMove | undefined;
  /** Where to stand at first. */
  readonly start: StepMove | undefined;
  readonly loop: boolean;
  readonly autoplay: boolean;
  /** Whether there is a link to the whole page. Undefined: unless there are no controls. */
  readonly full: boolean | undefined;
}

export const DEFAULTS: EmbedOptions = {
  controls: "full",
  panels: ["narration"],
  theme: "auto",
  lang: "en",
  accent: undefined,
  from: undefined,
  to: undefined,
  start: undefined,
  loop: false,
  autoplay: false,
  full: undefined,
};

interface Option<T> {
  read(text: string): Parsed<T>;
  print(value: NonNullable<T>): string;
}

/** Each option's own reader and printer. One that says no tells what would be right. */
const OPTIONS: { readonly [Name in keyof EmbedOptions]: Option<EmbedOptions[Name]> } = {
  controls: oneOf(CONTROLS),
  panels: {
    read(text) {
      const names = text.split(",").map((name) => name.trim());
      const asked = names.filter((name) => name !== "" && name !== "none");
      if (!asked.every((name) => (PANELS as readonly string[]).includes(name))) {
        return no(`must be “none” or some of ${PANELS.join(", ")}, with commas between`);
      }
      return yes(PANELS.filter((panel) => asked.includes(panel)));
    },
    print: (panels) => (panels.length === 0 ? "none" : panels.join(",")),
  },
  theme: oneOf(THEMES),
  lang: {
    read: (text) =>
      /^[a-z]{2,3}(-[a-z\d]{2,8}){0,3}$/i.test(text) ? yes(text) : no("must be a language, such as en"),
    print: String,
  },
  accent: { read: readHex, print: (hex) => hex.slice(1) },
  from: moment(),
  to: moment(),
  start: moment(),
  loop: flag(),
  autoplay: flag(),
  full: flag(),
};

export const OPTION_NAMES = Object.keys(OPTIONS) as readonly (keyof EmbedOptions)[];

export interface ReadOptions {
  readonly options: EmbedOptions;
  /** Sentences: what was wrong, and what would be right. What was wrong is left at its default. */
  readonly problems: readonly string[];
}

const LONGEST_QUOTE = 40;
/** Stands for what holds where nothing is said. */
const USUAL = "default";

/**
 * Read options as an address or a host gives them.
 *
 * @param before what holds where nothing is said
 */
export function readOptions(given: Iterable<readonly [string, string]>, before = DEFAULTS): ReadOptions {
  const problems: string[] = [];
  const options: { -readonly [Name in keyof EmbedOptions]: EmbedOptions[Name] } = { ...before };
  const take = <Name extends keyof EmbedOptions>(name: Name, text: string) => {
    const read = text === USUAL ? { ok: true as const, value: DEFAULTS[name] } : OPTIONS[name].read(text);
    if (read.ok) options[name] = read.value;
    else problems.push(`${name} ${read.message}; found “${clipped(text)}”.`);
  };
  for (const [name, text] of given) {
    const known = OPTION_NAMES.find((option) => option === name);
    if (known !== undefined) take(known, text);
    else problems.push(`There is no option “${clipped(name)}”: there are ${OPTION_NAMES.join(", ")}.`);
  }
  return { options, problems };
}

/** The options that differ from the defaults, as {@link readOptions} reads them. */
export function printOptions(options: EmbedOptions): Readonly<Record<string, string>> {
  const printed = <Name extends keyof EmbedOptions>(name: Name): readonly (readonly [string, string])[] => {
    const value = options[name];
    if (value === undefined) return [];
    const print: (value: NonNullable<EmbedOptions[Name]>) => string = OPTIONS[name].print;
    const text = print(value);
    const usual = DEFAULTS[name];
    return usual !== undefined && print(usual) === text ? [] : [[name, text]];
  };
  return Object.fromEntries(OPTION_NAMES.flatMap(printed));
}

/** Whether the link to the whole page is there. */
export function hasFullLink({ full, controls }: EmbedOptions): boolean {
  return full ?? controls !== "none";
}

function oneOf<T extends string>(values: readonly T[]): Option<T> {
  return {
    read(text) {
      const value = values.find((one) => one === text);
      return value === undefined ? no(`must be one of ${values.join(", ")}`) : yes(value);
    },
    print: String,
  };
}

/** An attribute that merely stands there has an empty text, and is on. */
function flag(): Option<boolean> {
  return {
    read(text) {
      if (/^(|on|true|yes|1)$/.test(text)) return yes(true);
      return /^(off|false|no|0)$/.test(text) ? yes(false) : no("must be on or off");
    },
    print: (on) => (on ? "on" : "off"),
  };
}

function moment(): Option<StepMove | undefined> {
  return {
    read(text) {
      const place = readStepMove(text);
      return place === undefined
        ? no("must be a step, such as 4, or a move in it, such as 4.12")
        : yes(place);
    },
    print: printStepMove,
  };
}

function yes<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

function no(message: string): { readonly ok: false; readonly message: string } {
  return { ok: false, message };
}

function clipped(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, "\uFFFD");
  return plain.length > LONGEST_QUOTE ? `${plain.slice(0, LONGEST_QUOTE)}…` : plain;
}
