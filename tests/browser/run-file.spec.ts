import { readFileSync } from "node:fs";
import { expect, test } from "./test.ts";

/** Texts that nothing can compress into a link. */
const NOISE = Array.from({ length: 900 }, (_, n) =>
  [1, 2, 3].map((factor) => (Math.imul(n + factor, 0x9e3779b1) >>> 0).toString(36)).join(""),
);

test("a run that is too long for a link is saved as a file, and opened again by choosing or dropping it", async ({
  page,
  lesson,
}, testInfo) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await lesson.open(`#/lab/overwriting-ring-buffer?do=${NOISE.map((text) => `push+${text}`).join(";")}&at=5`);
  const there = { place: await lesson.place.textContent(), picture: await lesson.picture() };
  await lesson.button("Share").click();
  const dialog = page.getByRole("dialog", { name: "Share" });
  await expect(dialog.getByRole("status")).toContainText("too long for a link");
  const saving = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save the run" }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe("overwriting-ring-buffer-run.txt");
  const file = testInfo.outputPath("run.txt");
  await saved.saveAs(file);
  await page.keyboard.press("Escape");

  await lesson.open("#/episodes/ring-buffers/overwrite?step=2");
  await lesson.button("More").click();
  const chooser = page.getByLabel("File of a run");
  await chooser.setInputFiles({ name: "other.txt", mimeType: "text/plain", buffer: Buffer.from("# Notes") });
  const more = page.getByRole("dialog", { name: "More" });
  await expect(more.getByRole("status")).toContainText("“other.txt” could not be opened: it is no run");
  await chooser.setInputFiles(file);
  await expect(more).toHaveCount(0);
  await expect(lesson.place).toHaveText(there.place ?? "");
  expect(await lesson.picture()).toBe(there.picture);

  await page.goto("./#/lab");
  await expect(page.getByRole("heading", { level: 1, name: "The lab" })).toBeVisible();
  await lesson.rests();
  const choosing = page.waitForEvent("filechooser");
  await lesson.button("Open a run").press("Enter");
  const chosen = await choosing;
  await chosen.setFiles({ name: "other.txt", mimeType: "text/plain", buffer: Buffer.from("# Notes") });
  await expect(page.getByRole("status").filter({ hasText: "“other.txt” could not be opened" })).toBeVisible();
  await chooser.setInputFiles(file);
  await expect(lesson.place).toHaveText(there.place ?? "");
  expect(await lesson.picture()).toBe(there.picture);

  const drop = (text: string) =>
    page.evaluate((contents) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([contents], "dropped.txt"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, text);
  await lesson.button("Undo").click();
  await expect(lesson.place).not.toHaveText(there.place ?? "");
  const text = readFileSync(file, "utf8");
  await drop(text.slice(0, 900));
  await expect(page.getByRole("status").filter({ hasText: "dropped.txt" })).toContainText(
    "cut short or changed",
  );
  await drop(text);
  await expect(lesson.place).toHaveText(there.place ?? "");
  expect(await lesson.picture()).toBe(there.picture);
});
