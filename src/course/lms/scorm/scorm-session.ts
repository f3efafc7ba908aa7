import { LmsProblem } from "../lms.ts";
import { type ApiName, findApi } from "./find-api.ts";

/** How the calls of one of the standards are named, all of which take and return texts. */
export interface Calls {
  readonly api: ApiName;
  readonly initialize: string;
  readonly terminate: string;
  readonly get: string;
  readonly set: string;
  readonly commit: string;
  readonly code: string;
  readonly words: string;
  /** The errors of an element that is read-only, not kept, or holds nothing yet: the session goes on. */
  readonly refusals: ReadonlySet<string>;
}

type Call = Exclude<keyof Calls, "api" | "refusals">;

/**
 * A sitting with a SCORM system, which may throw, refuse, give errors, or be gone and come back: it is looked for anew
 * after every problem.
 */
export class ScormSession {
  readonly #calls: Calls;
  readonly #window: Window;
  /** While the session is open. */
  #api: unknown;
  readonly #refused = new Set<string>();

  /** @param window of the course */
  constructor(calls: Calls, window: Window) {
    this.#calls = calls;
    this.#window = window;
  }

  /**
   * Begin, unless it has.
   *
   * @param known an element that can be read in every session
   * @throws LmsProblem when there is no system or it does not begin
   */
  open(known: string): void {
    const found = findApi(this.#window, this.#calls.api);
    if (found === undefined) {
      this.#api = undefined;
      throw new LmsProblem("it is not there");
    }
    if (this.#api === found) return;
    this.#api = found;
    if (this.#says("initialize", "")) return;
    const code = this.#code();
    // The session may be open already: another page in the same frame may have begun it.
    this.#call("get", known);
    if (this.#code() !== "0") throw this.#problem("initialize", code);
  }

  /**
   * What the system keeps under a name; empty when it keeps nothing.
   *
   * @throws LmsProblem when it cannot say
   */
  get(element: string): string {
    const value = this.#call("get", element);
    const code = this.#code();
    if (code !== "0" && !this.#calls.refusals.has(code)) throw this.#problem(`read ${element}`, code);
    return value === undefined || value === null ? "" : String(value);
  }

  /**
   * Have the system keep something. What it cannot keep at all it is not asked again.
   *
   * @returns whether it is kept
   * @throws LmsProblem when it should be and is not
   */
  set(element: string, value: string | number): boolean {
    if (this.#refused.has(element)) return false;
    if (this.#says("set", element, String(value))) return true;
    const code = this.#code();
    if (!this.#calls.refusals.has(code)) throw this.#problem(`set ${element}`, code);
    this.#refused.add(element);
    return false;
  }

  /** @throws LmsProblem when the system does not say that all of it is kept */
  commit(): void {
    if (!this.#says("commit", "")) throw this.#problem("commit", this.#code());
  }

  /** @throws LmsProblem when the system does not say that it ended */
  close(): void {
    if (!this.#says("terminate", "")) throw this.#problem("terminate", this.#code());
    this.#api = undefined;
  }

  #says(call: Call, ...given: readonly string[]): boolean {
    // Some systems return a boolean.
    return String(this.#call(call, ...given)) === "true";
  }

  #call(call: Call, ...given: readonly string[]): unknown {
    const api = this.#api;
    const name = this.#calls[call];
    try {
      if ((typeof api !== "object" && typeof api !== "function") || api === null)
        throw new Error("it is not there");
      const named: unknown = Reflect.get(api, name);
      if (typeof named !== "function") throw new Error(`it has no ${name}`);
      return Reflect.apply(named, api, given);
    } catch (error) {
      this.#api = undefined;
      throw new LmsProblem(wordsOf(error));
    }
  }

  #code(): string {
    return String(this.#call("code") ?? "");
  }

  #problem(what: string, code: string): LmsProblem {
    const words = String(this.#call("words", code) ?? "");
    this.#api = undefined;
    return new LmsProblem(`${what}, error ${code}${words === "" ? "" : ` (${words})`}`);
  }
}

/** What an error says; one of another window is no instance of this one's Error. */
function wordsOf(error: unknown): string {
  const message: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "message") : undefined;
  return typeof message === "string" ? message : String(error);
}
