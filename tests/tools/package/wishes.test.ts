import path from "node:path";
import { describe, expect, test } from "vitest";
import { courseParts, hasQuestions } from "../../../src/tools/package/course-parts.ts";
import { courseSpec, courseUuid } from "../../../src/tools/package/course-spec.ts";
import { readWishes } from "../../../src/tools/package/wishes.ts";

const root = path.join(import.meta.dirname, "../../..");
const wish = (line: string) => readWishes(line.split(" "));

describe("a command line", () => {
  test("says what is wanted", () => {
    expect(wish("--episode 7 --chapter overwrite --format scorm12 --format html --mastery 0.75")).toEqual({
      episode: "7",
      chapters: ["overwrite"],
      formats: ["scorm12", "html"],
      mastery: 0.75,
      out: "dist/packages",
    });
    expect(readWishes(["--episode", "7", "--format", "html", "--title", " Rings "])?.title).toBe("Rings");
    expect(wish("--help")).toBeUndefined();
  });

  test.each([
    ["--format html", /Which episode\? Say --episode 7/],
    ["--episode 7", /In which format\? .*scorm12, scorm2004, cmi5, html/],
    ["--episode 7 --format scorm13", /--format scorm13: the formats are/],
    ["--episode 7 --format html --mastery 80", /--mastery 80: a share from 0 to 1/],
    ["--episode 7 --format html --mastery x", /--mastery x: a share from 0 to 1/],
    ["--episode 7 --format html --colour red", /--colour/],
  ])("%s teaches what would be right", (line, message) => {
    expect(() => wish(line)).toThrow(message);
  });
});

describe("an episode", () => {
  test("is found by its number and by its name, with the chapters that are made", () => {
    const byNumber = courseParts(root, { episode: "7", chapters: [] });
    expect(courseParts(root, { episode: "ring-buffers", chapters: [] })).toEqual(byNumber);
    expect(byNumber.chapters.every(({ steps }) => steps > 0)).toBe(true);
    expect(hasQuestions(byNumber)).toBe(true);
  });

  test("and its chapters that are not there are told, with those that are", () => {
    const chaptersOf = (id: string) => () => courseParts(root, { episode: "7", chapters: [id] });
    expect(chaptersOf("rings")).toThrow(/Chapter “rings” of episode 7 is not there. Made are: .*overwrite/);
    expect(() => courseParts(root, { episode: "99", chapters: [] })).toThrow(
      /There is no episode “99”. Made are: 7/,
    );
  });
});

describe("a course", () => {
  const parts = courseParts(root, { episode: "7", chapters: ["overwrite"] });
  test("is named after what is in it", () => {
    const spec = courseSpec(parts, true, { format: "scorm12", mastery: 0.8 });
    expect(spec).toMatchObject({ id: "ring-buffers-overwrite", name: "ring-buffers-overwrite-scorm12" });
    expect(spec.title).toContain(parts.chapters[0]?.title ?? "?");
    const whole = courseParts(root, { episode: "7", chapters: [] });
    expect(courseSpec(whole, true, { format: "html", mastery: 0.8, title: "Rings" })).toMatchObject({
      name: "ring-buffers",
      title: "Rings",
    });
  });

  test("has an identifier of its own, always the same", () => {
    expect(courseUuid("a")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(courseUuid("a")).toBe(courseUuid("a"));
    expect(courseUuid("a")).not.toBe(courseUuid("b"));
  });
});
