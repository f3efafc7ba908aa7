import { expect, test } from "./test.ts";

test("a link leads to its chapter and step, and the address follows the reader", async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers/overwrite?step=4");
  await expect(lesson.place).toHaveText(/^step 4 of \d+$/);
  await expect(page.getByRole("heading", { level: 1, name: "When old data must die" })).toBeVisible();
  await lesson.press("Shift+ArrowRight", "Shift+ArrowRight");
  await expect(lesson.place).toHaveText(/^step 5 of \d+$/);
  await expect.poll(() => page.url()).toContain("overwrite?step=5");
});

test("a link to an episode alone leads to its first chapter that is made", async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers");
  await expect(page.getByRole("heading", { level: 1, name: "The ring" })).toBeVisible();
});

for (const place of ["ring?step=9", "producers-consumers?step=12", "backpressure?step=8"]) {
  test(`the link to ${place} shows the same picture in two tabs`, async ({ lesson, context }) => {
    await lesson.open(`#/episodes/ring-buffers/${place}`);
    await lesson.rests();
    const other = await context.newPage();
    await other.goto(lesson.page.url());
    await expect(other.locator(".stage .mark").first()).toBeAttached();
    const drawn = (page: typeof other) => page.locator(".stage").innerHTML();
    await expect.poll(() => drawn(other)).toBe(await drawn(lesson.page));
  });
}

for (const step of ["999", "0", "-3", "abc", "1e9", ""]) {
  test(`step=${step} is no step: the page says so and begins the chapter`, async ({ page, lesson }) => {
    await lesson.open(`#/episodes/ring-buffers/overwrite?step=${step}`);
    await expect(lesson.place).toHaveText(/^step 1 of \d+$/);
    await expect(page.getByRole("status").filter({ hasText: "has no step" })).toBeVisible();
  });
}

for (const [chapter, words] of Object.entries({
  "no-such-chapter": "has no chapter",
  "never-ends": "is not made yet",
})) {
  test(`a link to a chapter that ${words.replace("has no chapter", "does not exist")} leads to the nearest place`, async ({
    page,
    lesson,
  }) => {
    await lesson.open(`#/episodes/ring-buffers/${chapter}`);
    await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
    await expect(lesson.place).toHaveText(/^step 1 of \d+$/);
  });
}

for (const route of [
  "#/episodes/no-such-episode/overwrite",
  "#/lab/no-such-system",
  "#/nowhere/at/all",
  "#/%E0%A4%A",
]) {
  test(`${route} says that there is nothing, and the way home`, async ({ page }) => {
    await page.goto(`./${route}`);
    await expect(page.getByRole("main")).toContainText(/no |not |nothing/i);
    await page.getByRole("main").getByRole("link", { name: "See the whole season" }).first().click();
    await expect(page).toHaveURL(/#\/$/);
  });
}

for (const capacity of ["0", "-1", "1.5", "abc", "99999999999"]) {
  test(`capacity=${capacity} is refused in words, and the page goes on`, async ({ page }) => {
    await page.goto(`./#/lab/overwriting-ring-buffer?capacity=${capacity}`);
    await expect(page.getByRole("main")).toContainText(/capacity/i);
    await expect(page.locator(".stage .mark").first()).toBeAttached();
  });
}

test("the season leads to the episode and back", async ({ page, lesson }) => {
  await page.goto("./#/");
  await page
    .getByRole("link", { name: /When data never stops/ })
    .first()
    .click();
  await lesson.stands();
  await page.goBack();
  await expect(page.getByRole("link", { name: /When data never stops/ }).first()).toBeVisible();
});
