/**
 * Types of `time-machine.js`, for pages that are written in TypeScript. Nothing else is needed: put this file beside a
 * copy of the script, or anywhere among the files that your project compiles.
 */

/** What a message may hold: a value that JSON could, and `undefined`. */
export type Plain =
  | undefined
  | null
  | boolean
  | number
  | string
  | readonly Plain[]
  | { readonly [name: string]: Plain };

/** A numbered step of a chapter; the first one is 1. */
export interface StepPlace {
  readonly chapter: string;
  readonly step: number;
  readonly steps: number;
}

/** The `detail` of each event, by the event's name. */
export interface TimeMachineEvents {
  /** The picture stands. `made` are the chapters that there are, in order. */
  readonly ready: StepPlace & {
    readonly title: string;
    readonly made: readonly { readonly id: string; readonly title: string; readonly steps: number }[];
  };
  /** Another step begins. */
  readonly step: StepPlace;
  /** The picture has come to a step's end. */
  readonly beat: StepPlace & {
    /** It is the chapter's last one. */
    readonly last: boolean;
  };
  /** Another moment is on show. */
  readonly state: StepPlace & {
    /** Which smallest move is on show, counted from 0, and how many there are. */
    readonly moment: number;
    readonly moments: number;
    readonly playing: boolean;
    /** Whether the reader runs it by hand; moments and steps are then those of their own run. */
    readonly byHand: boolean;
    readonly system: string;
    /** Virtual time, in ms. */
    readonly time: number;
    /** The operation under way, or done last, and what was just done in it. */
    readonly operation: string;
    readonly values: Plain;
    readonly mark: string;
    readonly detail: Plain;
    /** What just happened and how things stand, in words. */
    readonly words: string;
    /** Every field of the state. */
    readonly state: Plain;
  };
  /** A question was answered, or passed over. The last three are there when it was answered. */
  readonly answer: {
    readonly chapter: string;
    readonly step: number;
    readonly answered: boolean;
    readonly right?: boolean;
    readonly given?: string;
    readonly words?: string;
  };
  /** The questions and exercises of a chapter. */
  readonly score: {
    readonly chapter: string;
    readonly asked: number;
    readonly answered: number;
    readonly right: number;
  };
  /** How high the run would like to be, in px. */
  readonly resize: { readonly height: number };
  /** Something that nobody asked for with a method went wrong. */
  readonly error: { readonly message: string };
}

/** One of the element's events. They do not rise. */
export type TimeMachineEvent<Name extends keyof TimeMachineEvents> = CustomEvent<TimeMachineEvents[Name]>;

/** How far one press goes. */
export type Grain = "step" | "operation" | "move";

/** Without it the usual holds. */
type Unset = null | undefined;
/** `true` is as good as “on”. */
type Switch = boolean | "on" | "off";

/** What the element's attributes may be set to, and its properties, but for `step`, which is a method. */
export interface TimeMachineAttributes {
  /** An episode, such as `ring-buffers`, and a chapter of it, such as `overwrite`. */
  episode?: string | Unset;
  chapter?: string | Unset;
  /** The step that it opens at, counted from 1. An attribute only. */
  step?: number | string | Unset;
  /** A system run by hand, with its parameters, such as `ring-buffer?capacity=4`. */
  lab?: string | Unset;
  /** Any place, from the `#` on, as the address line or the Share dialog of the site gives it. */
  place?: string | Unset;
  controls?: "full" | "minimal" | "none" | Unset;
  /** “none”, or some of narration, code, state, log, schedules and hands, with commas between. */
  panels?: string | Unset;
  theme?: "auto" | "light" | "dark" | Unset;
  lang?: string;
  /** A colour of six hexadecimal digits, such as `0a7d5a`. */
  accent?: string | Unset;
  /** The part to keep to, and where to stand at first: a step, such as `4`, or a move in it, such as `"4.12"`. */
  from?: number | string | Unset;
  to?: number | string | Unset;
  start?: number | string | Unset;
  loop?: Switch | Unset;
  autoplay?: Switch | Unset;
  /** The link to the whole site. `"off"` takes it away; `false` is as if nothing were said. */
  full?: Switch | Unset;
  /** The address of the site; without it, where the script stands. */
  site?: string | Unset;
  /** A fixed height in px. */
  height?: number | string | Unset;
  loading?: "eager" | "lazy" | Unset;
  /** What a screen reader calls the frame. */
  label?: string | Unset;
}

/** What a template such as JSX may say: attributes, and what to call when an event comes, as `onscore`. */
export type TimeMachineProps = Omit<TimeMachineAttributes, "step"> & {
  [Name in keyof TimeMachineEvents as `on${Name}`]?: (event: TimeMachineEvent<Name>) => void;
};

/** A run of a data structure, in a frame of its own: `<time-machine episode="ring-buffers" chapter="overwrite">`. */
export declare class TimeMachine extends HTMLElement {
  /** The address of the site, unless an element names another. */
  static site: string;

  /** The last of each event's details; undefined before it. */
  readonly last: { readonly [Name in Exclude<keyof TimeMachineEvents, "error">]?: TimeMachineEvents[Name] };

  /** Load the run now, near or not. */
  load(): void;
  /** Go on by itself. Each promise is kept when the thing is done, and broken with an Error that says what was wrong. */
  play(): Promise<void>;
  pause(): Promise<void>;
  /** One press on, or back; a step unless something smaller is named. */
  step(by?: Grain): Promise<void>;
  stepBack(by?: Grain): Promise<void>;
  /** Be at a step, `4`, or a move in it, `"4.12"`; of another chapter, if one is named. */
  seek(to: number | string, chapter?: string): Promise<void>;
  /** Do operations by hand, such as `push T12`, one a line or in a list. */
  run(lines: string | readonly string[]): Promise<void>;

  // Each gives what its attribute says, and null where there is none.
  get episode(): string | null;
  set episode(value: TimeMachineAttributes["episode"]);
  get chapter(): string | null;
  set chapter(value: TimeMachineAttributes["chapter"]);
  get lab(): string | null;
  set lab(value: TimeMachineAttributes["lab"]);
  get place(): string | null;
  set place(value: TimeMachineAttributes["place"]);
  get controls(): string | null;
  set controls(value: TimeMachineAttributes["controls"]);
  get panels(): string | null;
  set panels(value: TimeMachineAttributes["panels"]);
  get theme(): string | null;
  set theme(value: TimeMachineAttributes["theme"]);
  get accent(): string | null;
  set accent(value: TimeMachineAttributes["accent"]);
  get from(): string | null;
  set from(value: TimeMachineAttributes["from"]);
  get to(): string | null;
  set to(value: TimeMachineAttributes["to"]);
  get start(): string | null;
  set start(value: TimeMachineAttributes["start"]);
  get loop(): string | null;
  set loop(value: TimeMachineAttributes["loop"]);
  get autoplay(): string | null;
  set autoplay(value: TimeMachineAttributes["autoplay"]);
  get full(): string | null;
  set full(value: TimeMachineAttributes["full"]);
  get site(): string | null;
  set site(value: TimeMachineAttributes["site"]);
  get height(): string | null;
  set height(value: TimeMachineAttributes["height"]);
  get loading(): string | null;
  set loading(value: TimeMachineAttributes["loading"]);
  get label(): string | null;
  set label(value: TimeMachineAttributes["label"]);

  addEventListener<Name extends keyof TimeMachineEvents>(
    type: Name,
    listener: (this: TimeMachine, event: TimeMachineEvent<Name>) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: TimeMachine, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;

  removeEventListener<Name extends keyof TimeMachineEvents>(
    type: Name,
    listener: (this: TimeMachine, event: TimeMachineEvent<Name>) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof HTMLElementEventMap>(
    type: Name,
    listener: (this: TimeMachine, event: HTMLElementEventMap[Name]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | EventListenerOptions,
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "time-machine": TimeMachine;
  }
}
