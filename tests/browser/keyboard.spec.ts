import { expect, test } from "./test.ts";

test("a chapter is watched with the keyboard alone", async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers/overwrite");
  await expect(lesson.place).toHaveText(/^step 1 of/);
  await lesson.press("Shift+ArrowRight");
  await expect(lesson.place).toHaveText(/^step 2 of/);
  await lesson.press("ArrowLeft", ",", ",", ".", "ArrowLeft", "ArrowRight");
  await expect(lesson.place).toHaveText(/^step 2 of/);
  await lesson.press("Shift+ArrowLeft");
  await expect(lesson.place).toHaveText(/^step 1 of/);
  await lesson.press("End");
  await expect(lesson.place).toHaveText(/^step (\d+) of \1$/);
  await expect(lesson.button("Forward one move")).toHaveAttribute("aria-disabled", "true");
  await lesson.press("Home");
  await expect(lesson.place).toHaveText(/^step 1 of/);
  await expect(lesson.button("Back one move")).toHaveAttribute("aria-disabled", "true");
  await lesson.press("Space");
  await expect(lesson.button("Pause")).toBeVisible();
  await lesson.press("Space");
  await expect(lesson.button("Play")).toBeVisible();
  await lesson.press("?");
  const help = page.getByRole("dialog");
  await expect(help).toBeVisible();
  await expect(help).toContainText("Space");
  await lesson.press("Escape");
  await expect(help).toBeHidden();
});

test("the controls are one press away from the top of a page", async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers/overwrite");
  await lesson.press("Tab");
  await expect(lesson.button("Skip to the controls")).toBeFocused();
  await lesson.press("Enter");
  await expect(lesson.button("Play")).toBeFocused();
  await page.goto("./#/");
  await lesson.button("Skip to the controls").focus();
  await lesson.press("Enter");
  await expect(page.getByRole("main").getByRole("link").first()).toBeFocused();
});

test("a run with nothing to play says so, and the lab leads to all the others", async ({ page, lesson }) => {
  await lesson.open("#/lab/overwriting-ring-buffer?capacity=5");
  await expect(page.getByRole("heading", { level: 1, name: "Overwriting ring buffer" })).toBeVisible();
  await expect(lesson.button("Play")).toHaveAttribute("aria-disabled", "true");
  await lesson.press("Space");
  await expect(lesson.button("Play")).toBeVisible();
  await lesson.button("push").click();
  await expect(lesson.button("Play")).toHaveAttribute("aria-disabled", "false");
  await page.getByRole("link", { name: "All systems" }).click();
  await expect(page.getByRole("link", { name: /^Ring buffer/ }).first()).toBeVisible();
});

test("shortcuts stay out of the way of typing", async ({ page, lesson }) => {
  await lesson.open("#/lab/overwriting-ring-buffer?capacity=5");
  const item = page.getByRole("textbox", { name: "push: item" });
  await item.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("a ?.,b");
  await expect(item).toHaveValue("a ?.,b");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(lesson.button("Play")).toBeVisible();
  const before = await lesson.picture();
  await lesson.press("Home", "ArrowRight", "ArrowLeft", "End");
  expect(await lesson.picture()).toBe(before);
});

test("everything on the episode page is reached with Tab, and none of it traps the focus", async ({
  page,
  lesson,
}) => {
  await lesson.open("#/episodes/ring-buffers/overwrite?step=3");
  const reached = new Set<string>();
  // Where the first Tab leads is the browser's affair, so go through the whole page once more after its end.
  let ends = 0;
  let round = 0;
  for (; round < 400 && ends < 2; round++) {
    await lesson.press("Tab");
    const name = await page.evaluate(() => {
      const { activeElement } = document;
      if (activeElement === null || activeElement === document.body) return "";
      return activeElement.getAttribute("aria-label") ?? activeElement.textContent ?? "";
    });
    if (name === "") ends += 1;
    reached.add(name.trim());
  }
  expect(ends).toBe(2);
  for (const name of ["Play", "Next step", "Forward one move", "push", "pop", "TypeScript"]) {
    expect([...reached]).toContain(name);
  }
});
