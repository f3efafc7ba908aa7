import { describe, expect, it, vi } from "vitest";
import { defaultsOf, registry, type System } from "../../../src/engine/index.ts";
import type { SearchMessage } from "../../../src/player/explorer/search-messages.ts";
import { serve } from "../../../src/player/explorer/search-worker.ts";
import { startSearch } from "../../../src/player/explorer/searcher.ts";

const system = registry.get("thread-race") as System;
const parameters = { ...defaultsOf(system.parameters), code: "no-lock" };
const request = { system: "thread-race", parameters, seed: 1, inputs: [] };

function served(asked: typeof request): SearchMessage[] {
  const told: SearchMessage[] = [];
  serve(asked, (message) => told.push(message));
  return told;
}

/** A worker that does its work at once; what is said to it and by it is copied, as between threads. */
class WorkerHere extends EventTarget {
  static readonly all: WorkerHere[] = [];
  terminated = false;
  constructor() {
    super();
    WorkerHere.all.push(this);
  }
  postMessage(asked: typeof request): void {
    for (const message of served(structuredClone(asked))) {
      if (!this.terminated) {
        this.dispatchEvent(new MessageEvent("message", { data: structuredClone(message) }));
      }
    }
  }
  terminate(): void {
    this.terminated = true;
  }
}

describe("a search in a worker", () => {
  it("finds the system by its id and tells what it found", () => {
    expect(served(request).at(-1)).toMatchObject({ kind: "result", result: { found: true } });
  });

  it("tells how far it is", () => {
    const told = served({ ...request, parameters: { ...parameters, code: "right" } });
    expect(told.filter(({ kind }) => kind === "progress").length).toBeGreaterThan(1);
    expect(told.at(-1)).toMatchObject({ kind: "result", result: { complete: true, schedules: 5_028n } });
  });

  it("tells of an error", () => {
    expect(served({ ...request, system: "nothing" })).toEqual([
      { kind: "error", message: "there is no system “nothing”" },
    ]);
  });

  it("is ended when it is done", () => {
    vi.stubGlobal("Worker", WorkerHere);
    const told: SearchMessage[] = [];
    const { on } = startSearch({ system, parameters, seed: 1 }, [], (message) => told.push(message));
    vi.unstubAllGlobals();
    expect(on).toBe("worker");
    expect(told.at(-1)).toMatchObject({ kind: "result", result: { found: true } });
    expect(WorkerHere.all.at(-1)?.terminated).toBe(true);
  });

  it("tells when the worker breaks", () => {
    vi.stubGlobal("Worker", WorkerHere);
    const told: SearchMessage[] = [];
    startSearch({ system, parameters, seed: 1 }, [], (message) => told.push(message));
    vi.unstubAllGlobals();
    WorkerHere.all.at(-1)?.dispatchEvent(new ErrorEvent("error", { message: "out of memory" }));
    expect(told.at(-1)).toEqual({ kind: "error", message: "out of memory" });
  });
});

describe("a search on the page itself", () => {
  it("is made where there are no workers, and comes to the same", async () => {
    const told = await new Promise<SearchMessage>((tell) => {
      const { on } = startSearch({ system, parameters, seed: 1 }, [], (message) => {
        if (message.kind !== "progress") tell(message);
      });
      expect(on).toBe("page");
    });
    expect(told).toEqual(served(request).at(-1));
  });
});
