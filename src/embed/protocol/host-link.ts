import { Allowance } from "./allowance.ts";
import { type Command, isOurs, type Report, sealed } from "./messages.ts";
import { isId, readCommand } from "./read-command.ts";

/** How many commands may come at once, and a second on the average. */
const COMMANDS = { most: 200, perSecond: 60 };
/** How many may wait until there is something that can do them. */
const WAITING = 50;
/** States are told this far apart, in ms; the last one is always told. */
const BETWEEN_STATES = 100;
/** What tells an origin apart from all others: that of files and of sandboxed pages is no such thing. */
const NO_ORIGIN = "null";

/** As much of a window as is needed. */
export interface Listening {
  readonly parent: Pick<Window, "postMessage">;
  addEventListener(type: "message", listen: (event: MessageEvent) => void): void;
}

/** Does a command. What it throws is told to the host, as a sentence. */
export type Doer = (command: Command) => void | Promise<void>;

/**
 * The link of an embedded run to the page it stands in. It listens to its parent alone, and once that has said hello, to
 * that origin alone; and it tells things to that origin alone.
 */
export class HostLink {
  readonly #parent: Pick<Window, "postMessage">;
  readonly #allowance: Allowance;
  readonly #errors: Allowance;
  #origin: string | undefined;
  #doer: Doer | undefined;
  readonly #waiting: { readonly command: Command; readonly origin: string }[] = [];
  /** What a host that says hello late is told at once: the last of each. */
  readonly #last = new Map<string, Report>();
  #stateTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(page: Listening, now = () => performance.now()) {
    this.#parent = page.parent;
    this.#allowance = new Allowance(COMMANDS.most, COMMANDS.perSecond, now);
    this.#errors = new Allowance(10, 5, now);
    page.addEventListener("message", (event) => this.#hear(event));
    // There is nothing in it that anyone may not know.
    page.parent.postMessage(sealed({ type: "here" }), "*");
  }

  /** Have commands done from now on, those that have waited first. Returns what ends it. */
  serve(doer: Doer): () => void {
    this.#doer = doer;
    for (const { command, origin } of this.#waiting.splice(0)) this.#do(command, origin);
    return () => {
      if (this.#doer === doer) this.#doer = undefined;
    };
  }

  /** Tell the host, when it has said hello. */
  tell(report: Report): void {
    if (report.type === "state") {
      this.#last.set("state", report);
      this.#stateTimer ??= setTimeout(() => this.#tellState(), BETWEEN_STATES);
      return;
    }
    if (this.#stateTimer !== undefined && report.type !== "resize") this.#tellState();
    if (
      report.type === "ready" ||
      report.type === "resize" ||
      report.type === "score" ||
      report.type === "step"
    ) {
      this.#last.set(report.type, report);
    }
    this.#send(report);
  }

  #tellState(): void {
    clearTimeout(this.#stateTimer);
    this.#stateTimer = undefined;
    const state = this.#last.get("state");
    if (state !== undefined) this.#send(state);
  }

  #send(report: Report, origin = this.#origin): void {
    if (origin !== undefined) this.#parent.postMessage(sealed(report), origin === NO_ORIGIN ? "*" : origin);
  }

  #hear({ source, origin, data }: MessageEvent): void {
    if (source !== this.#parent || !isOurs(data)) return;
    if (this.#origin !== undefined && origin !== this.#origin) return;
    const refuse = (message: string) => this.#refuse(message, data.id, origin);
    if (!this.#allowance.take()) {
      refuse(`too many messages: at most ${COMMANDS.perSecond} a second are read`);
      return;
    }
    const read = readCommand(data);
    if (!read.ok) refuse(read.message);
    else if (read.value.type === "hello") this.#greet(origin, read.value);
    else if (this.#origin === undefined) refuse("say “hello” first");
    else if (this.#doer !== undefined) this.#do(read.value, origin);
    else if (this.#waiting.length < WAITING) this.#waiting.push({ command: read.value, origin });
    else refuse(`at most ${WAITING} commands wait until there is a picture`);
  }

  #greet(origin: string, { id }: Command): void {
    this.#origin = origin;
    for (const name of ["ready", "resize", "step", "state", "score"]) {
      const report = this.#last.get(name);
      if (report !== undefined) this.#send(report);
    }
    if (id !== undefined) this.#send({ type: "done", id });
  }

  async #do(command: Command, origin: string): Promise<void> {
    const { id } = command;
    try {
      await this.#doer?.(command);
      if (id !== undefined) this.#send({ type: "done", id });
    } catch (error) {
      this.#refuse(error instanceof Error ? error.message : String(error), id, origin);
    }
  }

  /** A flood is not answered by another one. */
  #refuse(message: string, id: unknown, origin: string): void {
    if (this.#errors.take()) this.#send({ type: "error", message, ...(isId(id) ? { id } : {}) }, origin);
  }
}
