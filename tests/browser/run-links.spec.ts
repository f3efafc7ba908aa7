import type { Page } from "@playwright/test";
import { expect, test } from "./test.ts";

/** Where the playhead stands: the frame and the operation. */
const place = (page: Page) => page.evaluate(() => window.shown().place);

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
