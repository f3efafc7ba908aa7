import { axeFaults } from "./axe.ts";
import { expect, test } from "./test.ts";

test("the dialog builds the code of what is chosen, and shows the very frame", async ({ page, lesson }) => {
  await lesson.open("#/episodes/ring-buffers/overwrite?step=4");
  await lesson.button("Embed").click();
  const dialog = page.getByRole("dialog", { name: "Embed" });
  const code = dialog.getByRole("textbox", { name: "Code to copy" });
  const preview = dialog.locator("iframe").contentFrame();
  await expect(preview.locator(".stage .mark").first()).toBeAttached();
  await expect(code).toHaveValue(
    /<time-machine\n {2}episode="ring-buffers"\n {2}chapter="overwrite"\n {2}label="/,
  );
  await dialog.getByRole("radio", { name: "Some steps of it only" }).check();
  await dialog.getByRole("spinbutton", { name: "to step" }).fill("6");
  await dialog.getByRole("combobox", { name: "Controls" }).selectOption("minimal");
  await dialog.getByRole("checkbox", { name: "Code" }).check();
  await dialog.getByRole("checkbox", { name: "Again and again" }).check();
  await expect(code).toHaveValue(/from="4"\n {2}to="6"\n {2}loop/);
  await dialog.getByRole("radio", { name: "Plain frame" }).check();
  await expect(code).toHaveValue(
    /embed\.html\?controls=minimal&amp;panels=narration,code&amp;from=4&amp;to=6&amp;loop=on#/,
  );
  await expect(preview.getByRole("tab", { name: "TypeScript" })).toBeVisible();
  await expect(preview.getByRole("combobox", { name: "Speed" })).toHaveCount(0);
  expect(await axeFaults(page, { within: "dialog" })).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await expect(lesson.button("Embed")).toBeFocused();
});

test("the dialog is usable on a phone, and embeds a run by hand", async ({ page, lesson }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await lesson.open("#/lab/overwriting-ring-buffer?capacity=4&do=push+A");
  await lesson.button("Embed").click();
  const dialog = page.getByRole("dialog", { name: "Embed" });
  await expect(dialog.getByRole("textbox", { name: "Code to copy" })).toHaveValue(
    /place="#\/lab\/overwriting-ring-buffer\?capacity=4&amp;do=push\+A"/,
  );
  await expect(dialog.locator("iframe").contentFrame().locator(".stage .mark").first()).toBeAttached();
  for (const first of [dialog.getByRole("button", { name: "Copy" }), dialog.getByLabel("Code to copy")]) {
    await expect(first).toBeInViewport({ ratio: 1 });
  }
  const overflow = await dialog.evaluate((box) => box.scrollWidth - box.clientWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});
