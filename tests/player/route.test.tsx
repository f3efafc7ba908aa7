import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { labHref } from "../../src/player/link/lab-href.ts";
import { placeIn } from "../../src/player/routes/episode-place.ts";
import { episodeHref, parseRoute } from "../../src/player/routes/route.ts";
import { tinyEpisode } from "../player/tiny-episode.ts";

describe("addresses", () => {
  it.each(["", "#", "#/", "#//"])("%s is the season", (hash) => {
    expect(parseRoute(hash)).toEqual({ page: "season" });
  });

  it("name an episode, a chapter and a step", () => {
    expect(parseRoute("#/episodes/ring-buffers")).toEqual({
      page: "episode",
      mode: "episodes",
      slug: "ring-buffers",
    });
    expect(parseRoute("#/episodes/ring-buffers/overwrite?step=4")).toEqual({
      page: "episode",
      mode: "episodes",
      slug: "ring-buffers",
      chapter: "overwrite",
      step: 4,
    });
  });

  it.each(["0", "-1", "abc", "1e9", "4.5", "9999999"])(
    "keep the step %s as asked for, because it is none",
    (step) => {
      expect(parseRoute(`#/episodes/x/y?step=${step}`)).toMatchObject({ badStep: step });
    },
  );

  it("name a system of the lab with its parameters", () => {
    const route = parseRoute(labHref("ring-buffer", { capacity: "64" }));
    expect(route).toMatchObject({ page: "lab", system: "ring-buffer" });
    expect(route.page === "lab" && route.query.get("capacity")).toBe("64");
  });

  it.each(["#/nowhere", "#/episodes", "#/episodes/a/b/c", "#/%E0%A4%A"])("%s is unknown", (hash) => {
    expect(parseRoute(hash).page).toBe("unknown");
  });

  it("written and read again are the same", () => {
    const name = fc
      .string({ minLength: 1 })
      .filter((text) => text.trim() !== "" && text !== "." && text !== "..");
    const mode = fc.constantFrom("episodes", "present", "notes", "handout");
    fc.assert(
      fc.property(name, name, fc.integer({ min: 1, max: 999_999 }), mode, (slug, chapter, step, mode) => {
        expect(parseRoute(episodeHref(slug, chapter, step, mode))).toEqual({
          page: "episode",
          mode,
          slug,
          chapter,
          step,
        });
      }),
    );
  });

  it("never break the page, whatever they are", () => {
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(parseRoute(`#${hash}`).page).toBeTypeOf("string");
      }),
    );
  });
});

describe("the place in an episode", () => {
  const { episode } = tinyEpisode;

  it("is where the address leads", () => {
    expect(placeIn(episode, { chapter: "ring", step: 3 })).toEqual({ chapter: 1, id: "ring", step: 2 });
  });

  it("is the first chapter that is made when none is named", () => {
    expect(placeIn(episode, {})).toEqual({ chapter: 1, id: "ring", step: 0 });
  });

  it.each([
    [{ chapter: "nothing" }, 1, "no chapter “nothing”"],
    [{ chapter: "never-ends" }, 1, "not made yet"],
    [{ chapter: "overwrite", step: 9 }, 2, "no step “9”: its steps are 1 to 2"],
    [{ chapter: "overwrite", badStep: "x" }, 2, "no step “x”"],
  ])("%o falls back to something that works and says so", (asked, chapter, words) => {
    const place = placeIn(episode, asked);
    expect(place).toMatchObject({ chapter, step: 0 });
    expect(place?.notice).toContain(words);
  });

  it("is nowhere in an episode of which nothing is made", () => {
    expect(placeIn({ ...episode, chapters: episode.chapters.slice(0, 1) }, {})).toBeUndefined();
  });
});
