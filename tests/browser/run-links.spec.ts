import type { Page } from "@playwright/test";
import { Lesson } from "./lesson.ts";
import { teachShown } from "./shown.ts";
import { expect, test } from "./test.ts";

const CELLS = ["produced", "offered", "queued", "in process", "consumed", "lost"];

/** The account as the picture has it: each number stands right under its name. */
const account = (page: Page) =>
  page.evaluate((names) => {
    const texts = [...document.querySelectorAll("svg.stage text")].map((element) => {
      const { x, y } = element.getBoundingClientRect();
      return { words: element.textContent ?? "", x, y };
    });
    const numbers = texts.filter(({ words }) => /^\d+$/.test(words));
    return names.map((name) => {
      const label = texts.find(({ words }) => words === name);
      if (label === undefined) return undefined;
      const below = numbers.filter(({ x, y }) => Math.abs(x - label.x) < 3 && y > label.y);
      return below.sort((a, b) => a.y - b.y)[0]?.words;
    });
  }, CELLS);

/** Where the playhead stands: the frame and the operation. */
const place = (page: Page) => page.evaluate(() => window.shown().place);

async function stateOf(page: Page, lesson: Lesson): Promise<string> {
  await lesson.tab("State").click();
  await lesson.rests();
  return page.evaluate(() => window.shown().state);
}

test("a consumer is killed in the middle of a run, and the link leads to that very moment", async ({
  page,
  lesson,
  context,
}) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open("#/episodes/ring-buffers/producers-consumers?step=5");
  await expect(lesson.button("Link to this run")).toHaveAttribute("aria-disabled", "true");
  await lesson.button("Run for").click();
  await page.getByText("One thread", { exact: true }).click();
  await page.getByRole("combobox", { name: "kill: thread" }).selectOption("C1");
  await lesson.button("kill").click();
  await lesson.button("Run for").click();
  await lesson.button("Back one move").click();
  await lesson.rests();

  await lesson.button("Link to this run").click();
  await expect(page.getByRole("status", { name: "What just happened" })).toHaveText("Link copied.");
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#\/lab\/producer-consumer\?capacity=8&seed=7&do=.*;\+kill\+C1;\+run\+10\+ms&at=\d+$/);

  const other = await context.newPage();
  await teachShown(other);
  const lab = new Lesson(other);
  await other.goto(link);
  await lab.stands();
  await lab.rests();
  const here = await account(page);
  expect(here).toEqual(CELLS.map(() => expect.stringMatching(/^\d+$/)));
  expect(here.at(-1)).toBe("1");
  expect(await account(other)).toEqual(here);
  expect(await place(other)).toBe(await place(page));
  expect(await stateOf(other, lab)).toBe(await stateOf(page, lesson));
  await expect(other.locator(".notice")).toHaveCount(0);
});

test("the address of a lab follows what is done there, and a reload gives it back", async ({
  page,
  lesson,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open("#/lab/thread-race?code=if-not-while");
  for (let count = 0; count < 3; count++) await lesson.button("Next event").click();
  await expect(page).toHaveURL(/\?code=if-not-while&do=run\+1\+step;\+run\+1\+step;\+run\+1\+step$/);
  await lesson.button("Undo").click();
  await expect(page).toHaveURL(/do=run\+1\+step;\+run\+1\+step$/);
  await lesson.button("Back one move").click();
  await expect(page).toHaveURL(/do=run\+1\+step;\+run\+1\+step&at=1$/);
  await lesson.rests();
  const there = { picture: await lesson.picture(), place: await place(page) };

  await page.reload();
  await lesson.stands();
  await lesson.rests();
  expect({ picture: await lesson.picture(), place: await place(page) }).toEqual(there);
});

test("what is wrong in a link is told, and what stands before it is done", async ({ page, lesson }) => {
  await lesson.open("#/lab/ring-buffer?do=push+A;+psh+B;+push+C&at=999");
  const notice = page.getByRole("status").filter({ hasText: "Line 2" });
  await expect(notice).toContainText("Line 2 of the run, “psh B”: there is no operation “psh”");
  await expect(notice).toContainText("push, pop");
  await expect(lesson.place).toHaveText("operation 1 of 1");
});
