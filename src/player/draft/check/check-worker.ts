import type { WorkerMessage, WorkerRequest } from "./check-messages.ts";
import { checkText, type Remembered } from "./check-text.ts";
import { stateAt } from "./state-at.ts";

/** Does what it is asked, bit by bit, so that a newer text is heard of between two chapters. */
export class CheckServer {
  readonly #tell: (message: WorkerMessage) => void;
  readonly #pause: () => Promise<void>;
  readonly #remembered: Remembered = new Map();
  #latest = 0;

  constructor(tell: (message: WorkerMessage) => void, pause: () => Promise<void>) {
    this.#tell = tell;
    this.#pause = pause;
  }

  async serve(request: WorkerRequest): Promise<void> {
    const { id } = request;
    try {
      if (request.kind === "state") {
        this.#tell({ id, kind: "state", state: stateAt(request) ?? null });
        return;
      }
      this.#latest = id;
      let said = 0;
      const at = (line: number) => {
        if (line !== said) this.#tell({ id, kind: "at", line });
        said = line;
      };
      for (const message of checkText(request, this.#remembered, at)) {
        this.#tell({ id, kind: "told", message });
        await this.#pause();
        if (this.#latest !== id) return;
      }
    } catch (error) {
      this.#tell({ id, kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  }
}

// In a worker the global scope is what is talked to; there is no window.
if (typeof window === "undefined" && typeof self !== "undefined") {
  const server = new CheckServer(
    (message) => self.postMessage(message),
    () => new Promise((resolve) => setTimeout(resolve)),
  );
  self.addEventListener("message", ({ data }: MessageEvent<WorkerRequest>) => void server.serve(data));
}
