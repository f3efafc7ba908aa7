import { join } from "node:path";
import { build } from "vite";
import { describe, expect, test, vi } from "vitest";
import type { ChapterModule } from "../../../src/player/episode-module.ts";
import type { SentModule } from "../../../src/player/loading/sent-module.ts";
import type { SeasonEpisode } from "../../../src/scenario/index.ts";
import { EPISODE, Project, SEASON } from "./project.ts";

type Season = readonly (SeasonEpisode & {
  readonly modules: ReadonlyMap<string, SentModule<ChapterModule>>;
})[];

const TEXT = "episodes/07-rings/en.md";
const RING = `/${TEXT}?chapter=ring`;
/** The text with its second chapter made too, in two scenes. */
const TWO_MADE = `${EPISODE}
\`\`\`system
ring-buffer
capacity: 2
\`\`\`

\`\`\`look
ring
\`\`\`

Look again:

\`\`\`do
push A
\`\`\`

\`\`\`system
counter-ring
capacity: 2
\`\`\`

\`\`\`look
tape
\`\`\`

And again:

\`\`\`do
push B
\`\`\`
`;
const project = (text = EPISODE, season = SEASON) =>
  new Project({ "episodes/season.yaml": season, [TEXT]: text });

/** The systems that a chapter names, all of which are sent for when the picture stands. */
async function systemsOf(module: ChapterModule | undefined): Promise<string[]> {
  expect(module?.systems.size).toBe(0);
  const later = [...(module?.laterSystems ?? [])];
  const sent = await Promise.all(later.map(([, load]) => load()));
  expect(sent.map(({ id }) => id)).toEqual(later.map(([id]) => id));
  return later.map(([id]) => id);
}

describe("a chapter's module", () => {
  test("has the chapter and exactly the systems, views and listings that it names", async () => {
    await using made = project();
    const module = await made.load<ChapterModule>(RING);
    expect([module.chapter.id, module.chapter.beats.length]).toEqual(["ring", 1]);
    expect(await systemsOf(module)).toEqual(["overwriting-ring-buffer"]);
    expect([...module.views]).toEqual([["tape", { id: "tape" }]]);
    expect(module.listings.size).toBe(0);
    expect([...(module.laterListings?.keys() ?? [])]).toEqual(["OverwritingRingBuffer"]);
    const listing = await module.laterListings?.get("OverwritingRingBuffer")?.();
    expect(listing?.structure).toBe("OverwritingRingBuffer");
  });

  test("has nothing of another chapter, and sends for what only its later scenes show", async () => {
    await using made = project(TWO_MADE);
    const [ring, later] = await Promise.all(
      ["ring", "later"].map((id) => made.load<ChapterModule>(`/${TEXT}?chapter=${id}`)),
    );
    expect(await systemsOf(ring)).toEqual(["overwriting-ring-buffer"]);
    expect(ring?.laterViews?.size).toBe(0);
    expect(await systemsOf(later)).toEqual(["ring-buffer", "counter-ring"]);
    expect([...(later?.views.keys() ?? [])]).toEqual(["ring"]);
    expect([...(later?.laterViews?.keys() ?? [])]).toEqual(["tape"]);
    expect(await later?.laterViews?.get("tape")?.()).toEqual({ id: "tape" });
    expect([...(later?.laterListings?.keys() ?? [])]).toEqual(["RingBuffer", "CounterRing"]);
    expect((await later?.laterListings?.get("CounterRing")?.())?.structure).toBe("CounterRing");
    const { client } = (await made.serve()).environments;
    const code = (await client.transformRequest(RING))?.code;
    expect(code).toContain("Look:");
    expect(code).not.toMatch(/Look again|counter-ring/);
  });

  test("knows the moments of a later scene without its system", async () => {
    await using made = project(
      TWO_MADE.replace("counter-ring\ncapacity: 2", "producer-consumer").replace("push B", "run 3 steps"),
    );
    const module = await made.load<ChapterModule>(`/${TEXT}?chapter=later`);
    expect(await systemsOf(module)).toEqual(["ring-buffer", "producer-consumer"]);
    expect(module.chapter.beats.at(-1)?.frames).toEqual([3]);
  });

  test("keeps the value undefined", async () => {
    await using made = project();
    const { chapter } = await made.load<ChapterModule>(RING);
    expect(chapter.beats[0]?.inputs).toStrictEqual([{ operation: "push", values: { item: undefined } }]);
  });

  test("does not come about when the text has no such chapter", async () => {
    await using made = project();
    await expect(made.load(`/${TEXT}?chapter=rign`)).rejects.toThrow(`${TEXT} has no chapter “rign”`);
  });

  test("does not come about from a text with problems: all of them are told, with their places", async () => {
    await using made = project(EPISODE.replace("push", "pusj").replace("capacity: 4", "capacity: 0"));
    await expect(made.load(RING)).rejects.toThrow(
      [
        "episodes/07-rings/en.md has 2 problems:",
        "episodes/07-rings/en.md:13:11: capacity must be a whole number from 1 to 1,000,000; found “0”",
        "episodes/07-rings/en.md:23:1: there is no operation “pusj”; did you mean “push”? The operations of overwriting-ring-buffer are push, pop, peek, clear, recent, window",
      ].join("\n"),
    );
  });

  test("is made anew, and the page reloaded, when the text is saved", async () => {
    await using made = project();
    const before = await made.load<ChapterModule>(RING);
    const server = await made.serve();
    const { client, ssr } = server.environments;
    const sent = vi.spyOn(client.hot, "send");
    await client.transformRequest(RING);
    made.write(TEXT, EPISODE.replace("The ring", "More rings"));
    server.watcher.emit("change", join(made.root, TEXT));
    await vi.waitFor(() =>
      expect(sent).toHaveBeenCalledWith(expect.objectContaining({ type: "full-reload" })),
    );
    await vi.waitFor(() =>
      expect(ssr.moduleGraph.getModuleById(join(made.root, RING))?.transformResult).toBeNull(),
    );
    const after = await made.load<ChapterModule>(RING);
    expect([before, after].map(({ chapter }) => chapter.title)).toEqual(["The ring", "More rings"]);
  });

  test("comes about, and the page is reloaded, when a wrong text is put right", async () => {
    await using made = project(EPISODE.replace("push", "pusj"));
    const { environments, watcher } = await made.serve();
    const { client } = environments;
    const sent = vi.spyOn(client.hot, "send");
    await client.transformRequest("virtual:season");
    await expect(client.transformRequest(RING)).rejects.toThrow("has a problem");
    made.write(TEXT, EPISODE);
    watcher.emit("change", join(made.root, TEXT));
    await vi.waitFor(() =>
      expect(sent).toHaveBeenCalledWith(expect.objectContaining({ type: "full-reload" })),
    );
    expect((await client.transformRequest(RING))?.code).toContain("Look:");
  });
});

describe("a build", () => {
  const bundle = async (made: Project) => {
    made.write("entry.js", 'import season from "virtual:season"; export default season;');
    const lib = { entry: join(made.root, "entry.js"), formats: ["es" as const] };
    const result = await build({ ...made.config, build: { write: false, lib, minify: false } });
    const [output] = Array.isArray(result) ? result : [];
    if (output === undefined) throw new Error("nothing was built");
    return output.output.flatMap((chunk) => (chunk.type === "chunk" ? [chunk] : []));
  };

  test("has the season without the chapters, each of which is a chunk of its own, and no parser anywhere", async () => {
    await using made = project(TWO_MADE);
    const chunks = await bundle(made);
    for (const [words, others] of [
      ["Look:", "Look again:"],
      ["Look again:", "Look:"],
    ] as const) {
      const withText = chunks.filter(({ code }) => code.includes(words));
      expect(withText.map(({ isEntry }) => isEntry)).toEqual([false]);
      expect(withText[0]?.code).not.toContain(others);
    }
    const sources = chunks
      .flatMap(({ moduleIds }) => moduleIds)
      .filter((id) => /remark|micromark|yaml|scenario/.test(id));
    expect(sources).toEqual(["\0virtual:season"].filter((id) => sources.includes(id)));
  });

  test("names the files of each chapter, so that they can be fetched before it is imported", async () => {
    await using made = project(TWO_MADE);
    const chunks = await bundle(made);
    const season = chunks.find(({ moduleIds }) => moduleIds.includes("\0virtual:season"));
    const lists = [...(season?.code.matchAll(/files\("(.*?)"\)/g) ?? [])].map(([, names = ""]) =>
      names.split(" "),
    );
    expect(lists).toHaveLength(2);
    for (const [index, words] of ["Look:", "Look again:"].entries()) {
      const start = chunks.find(({ code }) => code.includes(words));
      const needed = new Set([start?.fileName ?? ""]);
      for (const file of needed) {
        for (const next of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) needed.add(next);
      }
      needed.delete(season?.fileName ?? "");
      expect(lists[index]?.toSorted()).toEqual([...needed].map((name) => `./${name}`).sort());
    }
  });

  test("stops at a text with problems, with their places", async () => {
    await using made = project(EPISODE.replace("size = 1", "size = 2"));
    await expect(bundle(made)).rejects.toThrow(
      "episodes/07-rings/en.md has a problem:\nepisodes/07-rings/en.md:24:1: expected size = 2; size is 1",
    );
  });
});

describe("the season", () => {
  test("names every episode, and what of it can be watched", async () => {
    await using made = project();
    const season = await made.load<Season>("virtual:season");
    expect(season.map(({ number, title, made }) => [number, title, made])).toEqual([
      [1, "Announced lists", false],
      [7, "Rings", true],
    ]);
    expect(season.map(({ modules }) => [...modules.keys()])).toEqual([[], ["ring"]]);
    expect(season[1]).toMatchObject({
      slug: "rings",
      summary: "Round and round.",
      duration: 600,
      problem: "Why?",
      structure: "List",
      system: "Git",
      insight: "Aha.",
      chapters: [
        { id: "ring", title: "The ring", short: "The ring", start: 0, duration: 300, steps: 1 },
        { id: "later", title: "Later", short: "Later", start: 300, duration: 300, steps: 0 },
      ],
    });
    expect((await season[1]?.modules.get("ring")?.load())?.chapter.id).toBe("ring");
  });

  test("stands, however wrong the text of an episode is", async () => {
    await using made = project(EPISODE.replace("push", "pusj"));
    const season = await made.load<Season>("virtual:season");
    expect(season.map(({ made }) => made)).toEqual([false, true]);
  });

  test("tells what is wrong with a text of which nothing can be watched", async () => {
    await using made = project(EPISODE.replace("overwriting-ring-buffer", "overwriting-rign"));
    await expect(made.load("virtual:season")).rejects.toThrow("there is no system “overwriting-rign”");
  });

  test.each([
    [
      "an entry that is missing",
      SEASON.replace("  insight: Aha.\n", ""),
      "season.yaml: episode 1 of the list has no “insight”; each has number, slug, title, problem, structure, system, insight",
    ],
    [
      "a number that is none",
      SEASON.replace("7", "seven"),
      "season.yaml: episode 2 of the list has no “number”",
    ],
    [
      "a file that is no list",
      "number: 1",
      "season.yaml: the season is a list of episodes, each with “- number: …”",
    ],
    ["YAML that cannot be read", `${SEASON}  - :`, "season.yaml:15:"],
    [
      "a text that is not announced",
      SEASON.replace("slug: rings", "slug: rigns"),
      "announces no episode 7 “rings”",
    ],
  ])("is refused with %s", async (_, season, message) => {
    await using made = project(EPISODE, season);
    await expect(made.load("virtual:season")).rejects.toThrow(message);
  });
});
