import { expect, test } from "./test.ts";

test("a reader takes over in the middle of an episode, undoes, redoes, and goes back to it", async ({
  page,
  lesson,
}) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open("#/episodes/ring-buffers/overwrite?step=5");
  await lesson.rests();
  const episode = await lesson.picture();
  const step = await lesson.place.textContent();

  await lesson.button("push").click();
  await expect.poll(() => lesson.picture()).not.toBe(episode);
  const pushed = await lesson.picture();
  await lesson.button("pop").click();
  await expect.poll(() => lesson.picture()).not.toBe(pushed);
  const popped = await lesson.picture();

  await lesson.button("Undo").click();
  await expect.poll(() => lesson.picture()).toBe(pushed);
  await lesson.button("Redo").click();
  await expect.poll(() => lesson.picture()).toBe(popped);
  await lesson.button("Undo").click();
  await lesson.button("Undo").click();
  await expect(lesson.button("Undo")).toHaveAttribute("aria-disabled", "true");

  await lesson.button("Back to the episode").click();
  await expect(lesson.place).toHaveText(step ?? "");
  await expect.poll(() => lesson.picture()).toBe(episode);
});

test("arguments are checked as they are typed, with words that say what is allowed", async ({
  page,
  lesson,
}) => {
  await lesson.open("#/lab/overwriting-ring-buffer?capacity=5");
  await lesson.rests();
  const before = await lesson.picture();
  const field = page.getByRole("textbox", { name: "recent: n" });
  await field.fill("-1");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(/^recent: .*0/);
  // It says that it is disabled; what happens if it is pressed all the same?
  await lesson.button("recent").click({ force: true });
  await lesson.rests();
  expect(await lesson.picture()).toBe(before);
});

test("what was done stands in the log, and each line leads to its place", async ({ page, lesson }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open("#/lab/ring-buffer?capacity=4");
  for (let count = 0; count < 4; count++) await lesson.button("push").click();
  await lesson.tab("Log").click();
  const log = page.getByRole("tabpanel");
  await expect(log.getByRole("listitem")).toHaveCount(4);
  await log.getByRole("listitem").first().getByRole("button").click();
  await expect(lesson.place).toHaveText("operation 1 of 4");
  const one = await lesson.picture();
  await lesson.press("ArrowRight", "ArrowRight", "ArrowRight");
  await expect(lesson.place).toHaveText("operation 4 of 4");
  await lesson.press("ArrowLeft", "ArrowLeft", "ArrowLeft");
  await expect(lesson.place).toHaveText("operation 1 of 4");
  await expect.poll(() => lesson.picture()).toBe(one);
});

test("pointing at a slot lights its cell on the tape", async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers/overwrite?step=4");
  await lesson.rests();
  await page
    .locator("[data-pane=ring]")
    .getByRole("img", { name: /^slot 3\b/i })
    .hover();
  await expect(page.locator("[data-pane=tape] .lit").first()).toBeAttached();
  await page.mouse.move(2, 2);
  await expect(page.locator(".lit[data-key]")).toHaveCount(0);
});

/** What a reader has to get at or to read lies free: nothing else is where its middle is. */
const isFree = (element: Element) => {
  element.scrollIntoView({ block: "center" });
  const { left, top, width, height } = element.getBoundingClientRect();
  const [x, y] = [left + width / 2, top + height / 2];
  const found = document.elementFromPoint(x, y);
  return found !== null && (element.contains(found) || found.contains(element));
};

for (const { lab, popover, width, height } of [
  { lab: "overwriting-ring-buffer", popover: undefined, width: 1440, height: 900 },
  { lab: "overwriting-ring-buffer", popover: undefined, width: 390, height: 844 },
  { lab: "producer-consumer", popover: "Parameters", width: 1440, height: 900 },
  { lab: "producer-consumer", popover: "More", width: 768, height: 1024 },
  { lab: "distributed-log", popover: "More", width: 768, height: 1024 },
]) {
  test(`many wrong fields at once: ${lab} ${popover ?? ""} at ${width} × ${height}`, async ({
    page,
    lesson,
  }) => {
    await page.setViewportSize({ width, height });
    await lesson.open(`#/lab/${lab}`);
    await lesson.rests();
    if (popover !== undefined) await page.locator("summary", { hasText: popover }).click();
    const controls = page.locator(popover === undefined ? ".hands" : ".popover[open] .popover-body");
    const fields = controls.getByRole("textbox");
    for (const field of await fields.all()) await field.fill("");
    const messages = page.locator(".field-message");
    await expect(messages).toHaveCount(await fields.count());
    // The messages over the picture let presses through; here they must be found where they are.
    for (const room of await page.locator(".field-messages").all()) {
      await room.evaluate((element: HTMLElement) => element.style.setProperty("pointer-events", "auto"));
    }
    const wanted = await controls.locator("button, input, select").or(messages).all();
    for (const element of wanted) {
      expect(await element.evaluate(isFree), (await element.textContent()) ?? "").toBe(true);
    }
  });
}
