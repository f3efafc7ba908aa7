import type { PlayerEvents } from "../../player/events/player-events.ts";
import type { Grain } from "../../player/line/grain.ts";

/** Stands in every message, so that those of other programs on the host's page are told apart. */
export const PROTOCOL = "time-machine";
/** Grows when an old host could misunderstand a new embed, or the other way round. */
export const VERSION = 1;

/** How much a message may hold. A place may be a link that carries a long run, or a draft with its text. */
export const MOST = { text: 2_000, place: 32_000, lines: 500, script: 20_000, options: 20 } as const;

/** What a host asks for. With an `id`, a whole number, it is told when that is done, or why it cannot be. */
export type Command = { readonly id?: number } & (
  | { readonly type: "hello" | "play" | "pause" }
  | { readonly type: "step" | "stepBack"; readonly by: Grain }
  /** To a step of the chapter, or of another: `4`, or a move in it: `4.12`. */
  | { readonly type: "seek"; readonly to: string; readonly chapter?: string }
  /** To what an address of the site says after the `#`. */
  | { readonly type: "open"; readonly place: string }
  /** Operations by hand, as lines of a script. They are read as data. */
  | { readonly type: "run"; readonly lines: readonly string[] }
  /** Options by name, as in the address. Those that are not named stay. */
  | { readonly type: "set"; readonly options: Readonly<Record<string, string>> }
);

/** How high the frame would have to be to show everything without scrolling, in px. */
export interface ResizeEvent {
  readonly height: number;
}

/** What is told of an embedded run, by name. */
export interface EmbedEvents extends PlayerEvents {
  readonly resize: ResizeEvent;
}

type Told = {
  readonly [Name in keyof EmbedEvents]: { readonly type: Name; readonly detail: EmbedEvents[Name] };
}[keyof EmbedEvents];

/** What an embedded run tells its host. */
export type Report =
  /** It can be talked to: the host says hello. */
  | { readonly type: "here" }
  | { readonly type: "done"; readonly id: number }
  | { readonly type: "error"; readonly id?: number; readonly message: string }
  | Told;

type Sealed<T> = T & { readonly protocol: typeof PROTOCOL; readonly version: typeof VERSION };

/** A message as it travels. */
export function sealed<T extends Command | Report>(message: T): Sealed<T> {
  return { protocol: PROTOCOL, version: VERSION, ...message };
}

/** A message of this protocol, of whatever version, or not. */
export function isOurs(data: unknown): data is { readonly [name: string]: unknown } {
  return isRecord(data) && data.protocol === PROTOCOL;
}

export function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
