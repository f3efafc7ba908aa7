import { pathToFileURL } from "node:url";
import type { BrowserContext, Page } from "@playwright/test";
import { LAUNCH_DATA, LrsServer } from "../course/lrs-server.ts";
import { axeFaults } from "./axe.ts";
import { EXERCISES } from "./exercises.ts";
import { Course, kept, lms } from "./lms/course.ts";
import { providePackages, serveLms, servePackage } from "./lms/course-site.ts";
import { expect, test } from "./test.ts";

// One after the other: they share the packages, which take a while to make.
test.describe.configure({ mode: "default" });

let packages: ReturnType<typeof providePackages>;
const sites = new Map<string, Awaited<ReturnType<typeof serveLms>>>();

test.beforeAll(async () => {
  test.setTimeout(900_000);
  packages = providePackages();
  for (const format of ["scorm12", "scorm2004"] as const) {
    sites.set(format, await serveLms(format, packages.folder(format)));
  }
});
test.afterAll(() => {
  for (const { close } of sites.values()) close();
});

// Nothing moves on its own, so that a press is done at once.
test.beforeEach(({ page }) => page.emulateMedia({ reducedMotion: "reduce" }));

/** A page from disk without a network, on which nothing goes wrong unseen and which asks for nothing but itself. */
async function fromDisk(
  context: BrowserContext,
  use: (page: Page, course: Course) => Promise<void>,
): Promise<void> {
  const page = await context.newPage();
  const wrongs: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") wrongs.push(message.text());
  });
  page.on("pageerror", ({ message }) => wrongs.push(message));
  const address = pathToFileURL(packages.page).href;
  page.on("request", (request) => {
    if (request.url() !== address && !/^(data|blob):/.test(request.url())) wrongs.push(request.url());
  });
  await context.setOffline(true);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto(address);
  const course = new Course(page);
  await course.stands();
  await use(page, course);
  expect(wrongs).toEqual([]);
}

/** Go to the course system, as a learner does. */
async function visit(page: Page, standard: "scorm12" | "scorm2004", more = ""): Promise<void> {
  await page.goto(`${sites.get(standard)?.address}lms.html?standard=${standard}${more}`);
}

/** Open the course in it. */
async function open(page: Page, options: { popup?: boolean; sandbox?: string } = {}): Promise<Course> {
  await page.evaluate(
    (how) => (window as unknown as { lms: { open(how: object): void } }).lms.open(how),
    options,
  );
  const course = new Course(page.frameLocator("iframe"));
  await course.stands();
  return course;
}

const fail = (page: Page, fault: string) => page.evaluate(`window.lms.fails = ${JSON.stringify(fault)}`);
/** The system is well again, and the learner tries at once: in between the course could try by itself. */
const recover = (course: Course) =>
  course.button("Try now").evaluate((button) => {
    (window.parent as unknown as { lms: { fails: string } }).lms.fails = "none";
    (button as HTMLElement).click();
  });

const SIZES = [
  [1440, 900],
  [768, 1024],
  [390, 844],
  [640, 400],
  [320, 568],
] as const;

const SECOND = "Three nulls, then T6, T7, T8";

test("SCORM 1.2: a course watched to its end, all answered rightly, is passed", async ({ page }) => {
  await visit(page, "scorm12");
  const course = await open(page);
  await expect(course.standing).toContainText("1 of 18 steps · 0 of 9 right");
  await course.see(18);
  await course.answerNumber(1);
  await course.see(18);
  await course.answerChoice(SECOND);
  await course.see(18);
  await course.answerNumber(0);
  await course.see(18);
  await expect(course.standing).toContainText("18 of 18 steps · 3 of 9 right");
  await expect(course.standing).toContainText("Complete, not passed: 8 right are needed");
  await course.practise(EXERCISES.overwriting, 3);
  await course.practise(EXERCISES.window, 3);
  await expect(course.standing).toContainText("18 of 18 steps · 9 of 9 right");
  await expect(course.standing).toContainText("Complete and passed");
  await expect.poll(() => kept(page)).toMatchObject({ status: "passed", raw: "100", exit: "suspend" });
  const { interactions } = await kept(page);
  expect(interactions).toMatchObject([
    { id: "overwrite-2", type: "numeric", response: "1", result: "correct" },
    { type: "choice", response: "b", result: "correct" },
    { type: "numeric", response: "0", result: "correct" },
    { type: "fill-in", response: "3 of 3 right", result: "correct" },
    { type: "fill-in", response: "3 of 3 right", result: "correct" },
  ]);
  await lms(page, (system: { close(): void }) => system.close());
  await expect.poll(() => lms(page, (system: { ended: number }) => system.ended)).toBe(1);
  expect((await kept(page)).time).toMatch(/^\d\d:\d\d:\d\d/);
  expect(
    await page.evaluate(() =>
      Object.keys(localStorage)
        .filter((name) => name.includes("unsent"))
        .map((name) => localStorage.getItem(name)),
    ),
  ).not.toContain(expect.stringMatching(/./));
});

test("SCORM 2004: a course whose questions were not answered well is complete and failed", async ({
  page,
}) => {
  await visit(page, "scorm2004");
  const course = await open(page);
  await course.see(18);
  await course.answerNumber(1);
  await course.see(4);
  await expect
    .poll(() => kept(page))
    .toMatchObject({ status: "incomplete", success: "unknown", scaled: "0.1111" });
  await course.see(18);
  await course.answerChoice("Only T6, T7, T8");
  await course.see(18);
  await course.button("Skip").click();
  await course.button("Pause").click();
  await course.see(18);
  await expect(course.standing).toContainText("Complete, not passed: 8 right are needed");
  await expect
    .poll(() => kept(page))
    .toMatchObject({
      status: "completed",
      success: "failed",
      scaled: "0.1111",
      progress: "1",
      exit: "suspend",
    });
});

for (const standard of ["scorm12", "scorm2004"] as const) {
  test(`${standard}: a learner who comes back finds the step and the answers as they were`, async ({
    page,
  }) => {
    await visit(page, standard);
    const first = await open(page);
    await first.see(18);
    await first.answerNumber(7);
    await first.see(5);
    const place = await first.place.innerText();
    const standing = await first.standing.innerText();
    await lms(page, (system: { close(): void }) => system.close());
    await page.evaluate(() => sessionStorage.clear());
    await visit(page, standard);
    const second = await open(page);
    await expect(second.place).toHaveText(place);
    await expect(second.standing).toHaveText(standing);
    await expect(second.text("Not quite.")).toBeAttached();
    await expect(second.text(/You said slot 7/)).toBeAttached();
    // What the system knows it is not told again.
    await expect.poll(() => kept(page)).toMatchObject({ interactions: [] });
  });
}

test("a course whose frame is torn away loses nothing", async ({ page }) => {
  await visit(page, "scorm12");
  const first = await open(page);
  await expect.poll(() => kept(page)).toMatchObject({ place: "overwrite/1" });
  await fail(page, "gone");
  await first.see(18);
  await first.answerNumber(1);
  await expect(first.notice).toContainText("Nothing is lost");
  await first.see(4);
  const standing = await first.standing.innerText();
  await lms(page, (system: { crash(): void }) => system.crash());
  expect(await lms(page, (system: { ended: number }) => system.ended)).toBe(0);
  expect((await kept(page)).place).toBe("overwrite/1");
  await visit(page, "scorm12");
  const second = await open(page);
  await expect(second.standing).toHaveText(standing);
  await expect(second.text("Right.")).toBeAttached();
  await expect
    .poll(() => kept(page))
    .toMatchObject({ interactions: [{ id: "overwrite-2", result: "correct" }] });
});

for (const [fault, words] of [
  ["throw", "The session has timed out"],
  ["false", "error 101 (General exception)"],
  ["gone", "it is not there"],
] as const) {
  test(`a system that fails in the middle (${fault}) is told of, and has everything when it is well again`, async ({
    page,
  }) => {
    await visit(page, "scorm12");
    const course = await open(page);
    await fail(page, fault);
    await course.see(18);
    await course.answerNumber(1);
    await expect(course.notice).toContainText("Your course system does not answer");
    await expect(course.notice).toContainText(words);
    await expect(course.notice).toContainText("kept in this browser and sent when it answers again");
    // What is told looks the same whatever failed.
    if (fault === "throw") expect(await axeFaults(page, { within: ["iframe", "body"] })).toEqual([]);
    await course.see(5);
    await recover(course);
    await expect(course.notice).toBeHidden();
    await expect
      .poll(() => kept(page))
      .toMatchObject({ interactions: [{ id: "overwrite-2" }], raw: "11.11" });
  });
}

test("a system that is not there at first does not keep the learner from beginning", async ({ page }) => {
  await visit(page, "scorm2004");
  await fail(page, "gone");
  const course = await open(page);
  await fail(page, "gone");
  await page.evaluate(() => document.querySelector("iframe")?.contentWindow?.location.reload());
  await expect(course.notice).toContainText("does not answer");
  await course.see(2);
  await recover(course);
  await expect(course.notice).toBeHidden();
  await expect
    .poll(() => kept(page))
    .toMatchObject({ status: "incomplete", place: expect.stringMatching(/^overwrite\//) });
});

for (const [mode, status] of [
  ["review", "not attempted"],
  // By the system itself, as the standard wants.
  ["browse", "browsed"],
] as const) {
  test(`in ${mode} mode a course says that nothing counts, and tells nothing`, async ({ page }) => {
    await visit(page, "scorm12", `&mode=${mode}`);
    const course = await open(page);
    await expect(course.notice).toContainText("Nothing that you do here counts");
    await course.see(18);
    await course.answerNumber(1);
    await expect(course.text("Right.")).toBeVisible();
    await lms(page, (system: { close(): void }) => system.close());
    await expect.poll(() => kept(page)).toMatchObject({ status, raw: "", data: "", interactions: [] });
  });
}

test("a course in a window of its own finds its system", async ({ page }) => {
  await visit(page, "scorm2004");
  const [popup] = await Promise.all([
    page.waitForEvent("popup"),
    page.evaluate(() =>
      (window as unknown as { lms: { open(how: object): void } }).lms.open({ popup: true }),
    ),
  ]);
  const course = new Course(popup);
  await course.stands();
  await course.see(2);
  await popup.close({ runBeforeUnload: true });
  await expect
    .poll(() => kept(page))
    .toMatchObject({ place: expect.stringMatching(/^overwrite\//), exit: "suspend" });
});

test("a frame without storage and without a way to its system shows the course, and says so", async ({
  context,
}) => {
  // Its fonts are kept from it, which the browser tells as an error: a page that does not count those.
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: "reduce" });
  await visit(page, "scorm12");
  const course = await open(page, { sandbox: "allow-scripts" });
  await expect(course.notice).toContainText("kept as long as this page is open");
  await course.see(2);
  await expect(course.standing).toContainText("2 of 18 steps");
});

test("cmi5: statements come in their order, and the learner goes on where they were", async ({ context }) => {
  // A document that is not there yet is an error for the browser, and none for cmi5: a page that does not count those.
  const page = await context.newPage();
  await page.emulateMedia({ reducedMotion: "reduce" });
  const lrs = new LrsServer();
  await lrs.listen();
  lrs.documents.set("LMS.LaunchData", { ...LAUNCH_DATA, returnURL: `${lrs.address}course` });
  const { address, close } = await servePackage(packages.folder("cmi5"));
  try {
    const course = new Course(page);
    await page.goto(`${address}index.html${lrs.launch()}`);
    await course.stands();
    await course.see(18);
    await course.answerNumber(1);
    await course.see(3);
    await expect.poll(() => lrs.verbs.length).toBe(3);
    expect(lrs.verbs[0]).toBe("initialized");
    expect([...lrs.verbs].sort()).toEqual(["answered", "initialized", "progressed"]);
    await course.button("Leave").click();
    await page.waitForURL(`${lrs.address}course`);
    await expect.poll(() => lrs.verbs.at(-1)).toBe("terminated");
    lrs.tokens = 0;
    await page.goto(`${address}index.html${lrs.launch().replace("launch%3D1", "launch%3D2")}`);
    await course.stands();
    await expect(course.text("Right.")).toBeAttached();
    await expect(course.standing).toContainText("1 of 9 right");
    await expect.poll(() => lrs.verbs.filter((verb) => verb === "initialized")).toHaveLength(2);
  } finally {
    close();
    lrs.close();
  }
});

test("the single page opens from disk without a network, and goes on where it was left", async ({
  context,
}) => {
  await fromDisk(context, async (page, course) => {
    await expect(course.notice).toBeHidden();
    await course.see(18);
    await course.answerNumber(1);
    await course.see(4);
    const standing = await course.standing.innerText();
    await page.reload();
    await course.stands();
    await expect(course.standing).toHaveText(standing);
    await expect(course.text("Right.")).toBeAttached();
    const fonts = await page.evaluate(() =>
      document.fonts.ready.then(() => [...document.fonts].map(({ status }) => status)),
    );
    expect(fonts).toContain("loaded");
    expect(fonts).not.toContain("error");
  });
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing wrong with a course in the ${colorScheme}, and nothing of it leaves the page`, async ({
    context,
  }) => {
    await fromDisk(context, async (page, course) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      for (const [width, height] of SIZES) {
        await page.setViewportSize({ width, height });
        await course.stands();
        if (width === 1440 || width === 390) expect(await axeFaults(page, { colorScheme })).toEqual([]);
        const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(over, `${width} × ${height}`).toBeLessThanOrEqual(0);
      }
    });
  });
}
