import { isRecord } from "../../../app/storage/kept.ts";
import { LmsProblem } from "../lms.ts";
import type { Launch } from "./launch.ts";
import type { Statement } from "./statement.ts";

/** How long an answer may take, in ms: what is silent longer is tried again. */
const PATIENCE = 20_000;

/** The record store of a cmi5 system, asked over the network. */
export class Lrs {
  readonly #launch: Launch;
  readonly #token: string;

  constructor(launch: Launch, token: string) {
    this.#launch = launch;
    this.#token = token;
  }

  /** Statements in the order in which they were made. */
  async store(statements: readonly Statement[]): Promise<void> {
    const response = await this.#ask("POST", "statements", JSON.stringify(statements));
    if (response.status !== 409) {
      accepted(response);
      return;
    }
    // Some were stored before and the answer was lost: each on its own, that is no conflict.
    for (const statement of statements) {
      const id = encodeURIComponent(statement.id);
      const one = await this.#ask("PUT", `statements?statementId=${id}`, JSON.stringify(statement));
      if (one.status !== 409) accepted(one);
    }
  }

  /** A document kept for this learner and course; undefined when there is none. */
  async document(name: string): Promise<unknown> {
    return contents(await this.#ask("GET", this.#statePath(name)));
  }

  async keep(name: string, document: object): Promise<void> {
    accepted(await this.#ask("PUT", this.#statePath(name), JSON.stringify(document)));
  }

  /** What the learner prefers. cmi5 has every course ask; nothing is lost when it is not told. */
  async preferences(): Promise<unknown> {
    const agent = encodeURIComponent(JSON.stringify(this.#launch.actor));
    try {
      return await contents(
        await this.#ask("GET", `agents/profile?agent=${agent}&profileId=cmi5LearnerPreferences`),
      );
    } catch {
      return undefined;
    }
  }

  /** The last of a sitting: sent on while the page is being closed. */
  last(name: string, document: object | undefined, statements: readonly Statement[]): void {
    const send = (method: string, path: string, body: object) =>
      this.#ask(method, path, JSON.stringify(body), { keepalive: true }).catch(() => {});
    if (document !== undefined) send("PUT", this.#statePath(name), document);
    send("POST", "statements", statements);
  }

  #statePath(name: string): string {
    const { activityId, actor, registration } = this.#launch;
    const query = new URLSearchParams({
      activityId,
      agent: JSON.stringify(actor),
      registration,
      stateId: name,
    });
    return `activities/state?${query}`;
  }

  async #ask(method: string, path: string, body?: string, { keepalive = false } = {}): Promise<Response> {
    const request = {
      method,
      keepalive,
      cache: "no-store",
      headers: {
        Authorization: `Basic ${this.#token}`,
        "X-Experience-API-Version": "1.0.3",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
      },
      ...(body === undefined ? {} : { body }),
      ...(keepalive ? {} : { signal: AbortSignal.timeout(PATIENCE) }),
    } as const;
    return answer(() => fetch(this.#launch.endpoint + path, request));
  }
}

/**
 * The token for all further questions. The system gives it once for each launch.
 *
 * @throws LmsProblem when it gives none
 */
export async function fetchToken(launch: Launch): Promise<string> {
  const response = await answer(() =>
    fetch(launch.fetch, { method: "POST", cache: "no-store", signal: AbortSignal.timeout(PATIENCE) }),
  );
  const given = await contents(response);
  const token = isRecord(given) ? given["auth-token"] : undefined;
  if (typeof token === "string") return token;
  const text = isRecord(given) ? given["error-text"] : undefined;
  const why = typeof text === "string" ? `: ${text}` : "";
  throw new LmsProblem(`it does not let this page in${why}`, { lasting: true });
}

async function answer(ask: () => Promise<Response>): Promise<Response> {
  try {
    return await ask();
  } catch (error) {
    const late = error instanceof DOMException && error.name === "TimeoutError";
    throw new LmsProblem(late ? "it does not answer" : "it cannot be reached");
  }
}

function accepted(response: Response): void {
  if (response.ok) return;
  const over = response.status === 401 || response.status === 403;
  const words = over ? "it says that this sitting is over" : `it answers with error ${response.status}`;
  throw new LmsProblem(words, { lasting: over });
}

async function contents(response: Response): Promise<unknown> {
  if (response.status === 404) return undefined;
  accepted(response);
  try {
    return await response.json();
  } catch {
    throw new LmsProblem("its answer is not JSON");
  }
}
