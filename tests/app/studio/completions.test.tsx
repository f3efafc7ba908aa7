import { describe, expect, it } from "vitest";
import { helpAt } from "../../../src/app/studio/complete/help-at.ts";
import { registry } from "../../../src/engine/index.ts";
import { episode, fence, labels, offered } from "./facts.ts";

const RING = fence("system", "ring-buffer", "capacity: 4");
const RACE = fence("system", "thread-race", "items: 1");
const open = (kind: string, ...lines: string[]) => `\`\`\`${kind}\n${lines.join("\n")}`;

describe("what is offered comes from the systems' own definitions", () => {
  it("names the systems, with their summaries", async () => {
    const { options } = await offered(episode(open("system", "ri‸")));
    expect(options.map(({ label }) => label)).toEqual([...registry.keys()]);
    expect(options.find(({ label }) => label === "ring-buffer")?.info).toBe(
      registry.get("ring-buffer")?.summary,
    );
  });

  it("names the parameters that are not there yet, with what they may be", async () => {
    const { options } = await offered(episode(open("system", "ring-buffer", "seed: 3", "c‸")));
    expect(options.map(({ label }) => label)).toEqual(["capacity", "stream", "broken"]);
    expect(options[0]?.info).toContain(registry.get("ring-buffer")?.parameters.capacity?.allowed);
  });

  it("offers a parameter's usual, least and most value", async () => {
    const field = registry.get("ring-buffer")?.parameters.capacity;
    expect(await labels(episode(open("system", "ring-buffer", "capacity: ‸")))).toEqual([
      String(field?.default),
      String(field?.range?.min),
      String(field?.range?.max),
    ]);
  });

  it("offers the invariants that may be broken", async () => {
    expect(await labels(episode(open("system", "ring-without-size", "broken: ‸")))).toEqual(
      registry.get("ring-without-size")?.invariants.map(({ id }) => id),
    );
  });

  it("offers views, the system's usual ones first, and none twice", async () => {
    expect(await labels(episode(RING, open("look", "tape", "‸")))).toEqual(["ring", "lanes", "metrics"]);
  });

  it("offers operations with their arguments", async () => {
    const { options } = await offered(episode(RING, "Look:", "", open("do", "‸")));
    expect(options.map(({ label }) => label)).toEqual([
      ...Object.keys(registry.get("ring-buffer")?.operations ?? {}),
      "expect",
    ]);
    expect(options.find(({ label }) => label === "push")).toMatchObject({ detail: "item", snippet: "push " });
  });

  it("offers what moves a system with threads only where there are some", async () => {
    expect(await labels(episode(RACE, "Look:", "", open("do", "‸")))).toEqual(
      expect.arrayContaining(["run", "pick"]),
    );
    expect(await labels(episode(RING, "Look:", "", open("do", "‸")))).not.toContain("run");
  });

  it("knows nothing of a system that is none, not even of names that every object has", async () => {
    for (const name of ["no-such", "__proto__", "constructor", "toString"]) {
      expect(await labels(episode(fence("system", name), open("do", "‸")))).toEqual([]);
      expect(await labels(episode(RING, open("do", `${name} ‸`)))).toEqual([]);
      expect(await labels(episode(open("system", "ring-buffer", `${name}: ‸`)))).toEqual([]);
    }
  });
});

describe("what is offered comes from the state at that very place", () => {
  const script = (...lines: string[]) => episode(RING, "Look:", "", open("do", ...lines));

  it("names the fields, with what they are there", async () => {
    const { options } = await offered(script("push A", "push B", "expect ‸"));
    expect(options.find(({ label }) => label === "size")?.detail).toBe("2");
    expect(options.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["head", "tail", "result", "error"]),
    );
  });

  it("does not count what stands below", async () => {
    const { options } = await offered(script("push A", "expect ‸", "push B"));
    expect(options.find(({ label }) => label === "size")?.detail).toBe("1");
  });

  it("goes into lists and records", async () => {
    expect(await labels(script("push A", "expect slots‸"))).toContain("slots");
    expect(await labels(script("push A", "expect slots[‸"))).toEqual(["[0]", "[1]", "[2]", "[3]"]);
    expect(await labels(script("push A", "expect slots[0].‸"))).toEqual(
      expect.arrayContaining(["kind", "value"]),
    );
  });

  it("offers signs, and the value that stands there now", async () => {
    expect(await labels(script("push A", "expect size ‸"))).toEqual(["=", "!=", "<", "<=", ">", ">="]);
    const { options } = await offered(script("push A", "expect size = ‸"));
    expect(options[0]).toMatchObject({ label: "1", detail: "as it is here" });
  });

  it("names the threads and what they are doing", async () => {
    const race = (...lines: string[]) => episode(RACE, "Look:", "", open("do", ...lines));
    const { options } = await offered(race("pick ‸"));
    expect(options.map(({ label }) => label)).toEqual(["P0", "C0", "C1"]);
    expect(options.every(({ detail }) => detail !== undefined && detail !== "")).toBe(true);
    expect(await labels(race("run until ‸"))).toEqual(expect.arrayContaining(["P0", "C0", "queue"]));
    expect(await labels(race("run until C0 ‸"))).toContain(options[1]?.detail);
  });

  it("serves questions too", async () => {
    const ask = (...lines: string[]) =>
      episode(RING, "Look:", "", fence("do", "push A"), open("ask", "question: ?", ...lines));
    expect(await labels(ask("‸"))).toEqual(["answer", "pick", "after", "options", "why"]);
    expect(await labels(ask("pick: ‸"))).toEqual(["slot", "number", "thread"]);
    expect(await labels(ask("answer: he‸"))).toContain("head");
    expect(await labels(ask("answer: head ‸"))).toEqual(["after"]);
    expect(await labels(ask("answer: head after pu‸"))).toContain("push");
    expect(await labels(ask("after: pop; ‸"))).toEqual(expect.arrayContaining(["push", "pop"]));
    expect(await labels(ask("options:", '  "It is full": isF‸'))).toContain("isFull");
  });
});

describe("elsewhere", () => {
  it("offers the head's entries, each once", async () => {
    expect(await labels("---\ntitle: A\n‸")).toEqual(["number", "slug", "summary", "duration"]);
  });

  it("offers blocks where one may begin, and nothing within a sentence", async () => {
    expect(await labels(episode("```‸"))).toEqual([
      "```system",
      "```look",
      "```do",
      "```ask",
      "```practice",
      "```notes",
    ]);
    expect(await labels(episode("Some words ‸"))).toEqual([]);
  });
});

describe("help", () => {
  const help = (text: string) => helpAt(text.replace("‸", ""), text.indexOf("‸"), registry);

  it("says what an operation, a parameter, a system and an entry are", () => {
    const { operations, parameters, summary } = registry.get("ring-buffer") ?? {};
    expect(help(episode(RING, open("do", "pu‸sh A")))).toMatchObject({ title: "push item" });
    expect(help(episode(RING, open("do", "pu‸sh A")))?.words).toContain(operations?.push?.help);
    expect(help(episode(open("system", "ring-buffer", "cap‸acity: 4")))?.words).toContain(
      parameters?.capacity?.allowed,
    );
    expect(help(episode(open("system", "ring-‸buffer")))?.words).toBe(summary);
    expect(help(episode(RING, open("ask", "quest‸ion: What?")))?.title).toBe("question");
  });

  it("is silent about words that mean nothing to the engine", () => {
    expect(help(episode("Some wo‸rds."))).toBeUndefined();
    expect(help(episode(RING, open("do", "push con‸structor")))).toBeUndefined();
    expect(help(episode(RING, open("do", "const‸ructor")))).toBeUndefined();
  });
});
