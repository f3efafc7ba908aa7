import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What was asked of it. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** A statement as it was stored. */
export type Stored = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly timestamp: string;
  readonly verb: { readonly id: string };
  readonly result?: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
};

/** A learning record store for one learner and one course, as far as cmi5 needs one. */
export class LrsServer {
  readonly statements: Stored[] = [];
  readonly documents = new Map<string, unknown>();
  readonly asked: Asked[] = [];
  /** While set, everything but the token is answered with this status. */
  fails: number | undefined;
  /** While set, what it stores it does not say. */
  mute = false;
  tokens = 0;
  address = "";
  readonly #server = createServer((request, response) => {
    let body = "";
    request.on("data", (piece) => {
      body += piece;
    });
    request.on("end", () => {
      const url = new URL(request.url ?? "", "http://localhost");
      const headers = {
        "Access-Control-Allow-Origin": "*",
        "Access-Control-Allow-Headers": "Authorization, Content-Type, X-Experience-API-Version",
        "Access-Control-Allow-Methods": "GET, POST, PUT",
      };
      if (request.method === "OPTIONS") {
        response.writeHead(204, headers).end();
        return;
      }
      const { method = "", headers: given } = request;
      const asked = { method, path: url.pathname, query: url.searchParams, headers: given, body };
      this.asked.push(asked);
      const [status, contents] = this.#answer(asked);
      if (this.mute && method !== "GET") {
        response.destroy();
        return;
      }
      response.writeHead(status, { ...headers, "Content-Type": "application/json" });
      response.end(contents === undefined ? "" : JSON.stringify(contents));
    });
  });

  async listen(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.#server.listen(0, "127.0.0.1", resolve);
    });
    this.address = `http://localhost:${(this.#server.address() as AddressInfo).port}/`;
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  /** The query that it launches a course with. */
  launch(): string {
    return `?${new URLSearchParams({
      endpoint: `${this.address}xapi`,
      fetch: `${this.address}fetch?launch=1`,
      actor: JSON.stringify({
        objectType: "Agent",
        account: { homePage: "https://lms.example", name: "ada" },
      }),
      registration: "1f9b4ad4-4e41-4c5a-9c2d-2d5c0b7f9a11",
      activityId: "https://lms.example/activities/7",
    })}`;
  }

  /** The verbs of what was stored, in the order of their time. */
  get verbs(): string[] {
    return this.statements.map(({ verb }) => verb.id.slice(verb.id.lastIndexOf("/") + 1));
  }

  #answer({ method, path, query, headers, body }: Asked): readonly [status: number, contents?: unknown] {
    if (path === "/fetch") {
      this.tokens += 1;
      if (method !== "POST") return [405];
      return [
        200,
        this.tokens === 1
          ? { "auth-token": "dG9rZW4=" }
          : { "error-code": "1", "error-text": "already used" },
      ];
    }
    if (path === "/course") return [200, "The page of the course"];
    if (headers.authorization !== "Basic dG9rZW4=") return [401];
    if (headers["x-experience-api-version"] !== "1.0.3") return [400];
    if (this.fails !== undefined) return [this.fails];
    const name = query.get("stateId") ?? "";
    switch (`${method} ${path}`) {
      case "GET /xapi/activities/state":
        return this.documents.has(name) ? [200, this.documents.get(name)] : [404];
      case "PUT /xapi/activities/state":
        this.documents.set(name, JSON.parse(body));
        return [204];
      case "GET /xapi/agents/profile":
        return [404];
      case "POST /xapi/statements": {
        const statements: readonly Stored[] = JSON.parse(body);
        if (statements.some(({ id }) => this.#has(id))) return [409];
        this.statements.push(...statements);
        return [200, statements.map(({ id }) => id)];
      }
      case "PUT /xapi/statements": {
        const statement: Stored = JSON.parse(body);
        if (this.#has(statement.id)) return [409];
        this.statements.push(statement);
        return [204];
      }
      default:
        return [404];
    }
  }

  #has(id: string): boolean {
    return this.statements.some((statement) => statement.id === id);
  }
}

export const LAUNCH_DATA = {
  contextTemplate: {
    contextActivities: { grouping: [{ id: "urn:uuid:publisher" }] },
    extensions: { "https://w3id.org/xapi/cmi5/context/extensions/sessionid": "session-1" },
  },
  launchMode: "Normal",
  launchMethod: "AnyWindow",
  moveOn: "CompletedAndPassed",
  masteryScore: 0.8,
  returnURL: "https://lms.example/course",
};
