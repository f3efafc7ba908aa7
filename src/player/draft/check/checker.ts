import type { Chapter, EpisodeOverview } from "../../../scenario/index.ts";
import type { Problem } from "../../../scenario/problem.ts";
import type { ChapterPlaces, CheckMessage, WorkerMessage, WorkerRequest } from "./check-messages.ts";
import type { StateAt } from "./state-at.ts";

/** What is known of a text so far. */
export interface CheckedText {
  readonly text: string;
  readonly episode: EpisodeOverview;
  readonly chapters: readonly ChapterPlaces[];
  /** In the order of the text. */
  readonly problems: readonly Problem[];
  /** The chapters that can be played, by id. */
  readonly playable: ReadonlyMap<string, Chapter>;
  /** Every chapter has been run. */
  readonly done: boolean;
}

/** As much of a `Worker` as is needed. */
export interface Server {
  postMessage(request: WorkerRequest): void;
  terminate(): void;
}

/** Starts a worker that answers to `tell`. */
export type StartServer = (tell: (message: WorkerMessage) => void) => Server;

/** How long one chapter may take, in ms, before it is given up. A slow machine needs some of it. */
const PATIENCE = 60_000;

/**
 * Has texts checked off the page's own thread. What takes too long is given up, and told of as a problem at the line that
 * was being done.
 */
export class Checker {
  readonly #start: StartServer;
  readonly #views: readonly string[];
  readonly #tell: (checked: CheckedText) => void;
  #server: Server | undefined;
  #last = 0;
  #checking = 0;
  #line = 1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #checked: CheckedText | undefined;
  #text = "";
  readonly #asked = new Map<number, (state: StateAt | null) => void>();

  /** @param tell called each time more is known of the text that was given last */
  constructor(views: readonly string[], tell: (checked: CheckedText) => void, start = startWorker) {
    this.#views = views;
    this.#tell = tell;
    this.#start = start;
  }

  /** @param first id of the chapter to run first */
  check(text: string, first?: string): void {
    this.#text = text;
    this.#checked = undefined;
    this.#checking = ++this.#last;
    this.#line = 1;
    this.#wait();
    this.#send({
      kind: "check",
      id: this.#checking,
      text,
      views: this.#views,
      ...(first === undefined ? {} : { first }),
    });
  }

  /** What can be said of the state at a line of a text, under a path; null when nothing runs there. */
  state(text: string, line: number, path: string): Promise<StateAt | null> {
    return new Promise((resolve) => {
      const id = ++this.#last;
      this.#asked.set(id, resolve);
      this.#send({ kind: "state", id, text, views: this.#views, line, path });
    });
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#end();
  }

  #send(request: WorkerRequest): void {
    this.#server ??= this.#start((message) => this.#hear(message));
    this.#server.postMessage(request);
  }

  #hear(message: WorkerMessage): void {
    if (message.kind === "state") {
      this.#asked.get(message.id)?.(message.state);
      this.#asked.delete(message.id);
    } else if (message.id !== this.#checking) {
      return;
    } else if (message.kind === "at") {
      this.#line = message.line;
    } else if (message.kind === "failed") {
      this.#fail(message.message);
    } else {
      this.#wait();
      this.#take(message.message);
    }
  }

  #take(message: CheckMessage): void {
    const so = this.#checked;
    if (message.kind === "parsed") {
      const { episode, chapters, problems } = message;
      this.#put({ text: this.#text, episode, chapters, problems, playable: new Map(), done: false });
    } else if (so !== undefined && message.kind === "chapter") {
      const id = so.chapters[message.index]?.id ?? "";
      const playable = message.chapter ? new Map(so.playable).set(id, message.chapter) : so.playable;
      this.#put({ ...so, playable, problems: inOrder([...so.problems, ...message.problems]) });
    } else if (so !== undefined) {
      clearTimeout(this.#timer);
      this.#put({ ...so, done: true });
    }
  }

  #put(checked: CheckedText): void {
    this.#checked = checked;
    this.#tell(checked);
  }

  #wait(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#end();
      this.#fail(`checking was given up here after ${PATIENCE / 1000} s: let less happen`);
    }, PATIENCE);
  }

  /** Nothing more can be found out about this text. */
  #fail(message: string): void {
    clearTimeout(this.#timer);
    const problem: Problem = { file: "", line: this.#line, column: 1, message };
    const so = this.#checked ?? NOTHING;
    this.#checking = 0;
    this.#put({ ...so, text: this.#text, problems: inOrder([...so.problems, problem]), done: true });
  }

  #end(): void {
    this.#server?.terminate();
    this.#server = undefined;
    for (const resolve of this.#asked.values()) resolve(null);
    this.#asked.clear();
  }
}

const NOTHING: CheckedText = {
  text: "",
  episode: { number: 0, slug: "", title: "", duration: 0, chapters: [] },
  chapters: [],
  problems: [],
  playable: new Map(),
  done: false,
};

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
}

function startWorker(tell: (message: WorkerMessage) => void): Server {
  const worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
  let latest = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<WorkerMessage>) => tell(data));
  worker.addEventListener("error", ({ message }) =>
    tell({ id: latest, kind: "failed", message: message || "the checker could not be loaded" }),
  );
  return {
    postMessage: (request) => {
      if (request.kind === "check") latest = request.id;
      worker.postMessage(request);
    },
    terminate: () => worker.terminate(),
  };
}
