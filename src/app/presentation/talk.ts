import { isRecord } from "../storage/kept.ts";

/** What the window with the slides tells the one with the notes, and is told by it. */
export type Message =
  | {
      readonly kind: "at";
      readonly chapter: string /** Counted from 0. */;
      readonly step: number;
      readonly black: boolean;
    }
  | { readonly kind: "ended" }
  /** A window with notes has opened: where are we? */
  | { readonly kind: "hello" }
  | { readonly kind: "do"; readonly what: Command };

export type Command = "next" | "back" | "black";

const COMMANDS: readonly Command[] = ["next", "back", "black"];

/** Both windows of one talk, and no other windows of the site, hear each other. */
export class Talk {
  readonly #channel: BroadcastChannel;

  /** @param name of the talk, as the address of the notes has it */
  constructor(name: string, hear: (message: Message) => void) {
    this.#channel = new BroadcastChannel(`the-invisible-linked-list talk ${name}`);
    this.#channel.addEventListener("message", ({ data }) => {
      const message = readMessage(data);
      if (message !== undefined) hear(message);
    });
  }

  tell(message: Message): void {
    this.#channel.postMessage(message);
  }

  close(): void {
    this.#channel.close();
  }
}

/** Two windows may be of different versions of the site. */
export function readMessage(data: unknown): Message | undefined {
  if (!isRecord(data)) return undefined;
  const { kind, chapter, step, black, what } = data;
  if (kind === "hello" || kind === "ended") return { kind };
  if (kind === "do") {
    const known = COMMANDS.find((command) => command === what);
    return known && { kind, what: known };
  }
  const whole = typeof step === "number" && Number.isInteger(step) && step >= 0;
  if (kind !== "at" || typeof chapter !== "string" || !whole || typeof black !== "boolean") return undefined;
  return { kind, chapter, step, black };
}
