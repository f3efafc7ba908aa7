import { readFileSync } from "node:fs";
import type { Locator, Page } from "@playwright/test";
import { ALL_FORMATS, BufferSource, Input } from "mediabunny";
import { axeFaults } from "./axe.ts";
import { readGif } from "./gif.ts";
import type { Lesson } from "./lesson.ts";
import { expect, test } from "./test.ts";

async function openDialog(page: Page, lesson: Lesson, route: string): Promise<Locator> {
  await lesson.open(route);
  await lesson.button("More").click();
  await lesson.button("Save as a file").click();
  const dialog = page.getByRole("dialog", { name: "Save as a file" });
  await expect(dialog).toBeVisible();
  return dialog;
}

async function save(page: Page, dialog: Locator) {
  const coming = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  const download = await coming;
  const name = download.suggestedFilename();
  await expect(dialog.getByRole("status")).toHaveText(`Saved as ${name}.`);
  return { name, bytes: readFileSync(await download.path()) };
}

test("the picture is saved as a PNG, twice as fine as it is laid out, and is not blank", async ({
  page,
  lesson,
}) => {
  const dialog = await openDialog(page, lesson, "#/episodes/ring-buffers/overwrite?step=4");
  await dialog.getByLabel("Words below the picture").uncheck();
  const { name, bytes } = await save(page, dialog);
  expect(name).toBe("ring-buffers-overwrite-step-4.png");
  // Width and height stand at a fixed place of every PNG (ISO/IEC 15948, 11.2.2).
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1920, 1080]);
  const colours = await page.evaluate(async (data) => {
    const bytes = Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const context = new OffscreenCanvas(image.width, image.height).getContext("2d");
    context?.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context?.getImageData(0, 0, image.width, image.height).data.buffer ?? []);
    return new Set(pixels).size;
  }, bytes.toString("base64"));
  expect(colours).toBeGreaterThan(50);
});

test("the picture is saved as an SVG that has its words and needs nothing from the page", async ({
  page,
  lesson,
}) => {
  const dialog = await openDialog(page, lesson, "#/episodes/ring-buffers/overwrite?step=4");
  await dialog.getByLabel("Kind").selectOption("svg");
  const { name, bytes } = await save(page, dialog);
  expect(name).toBe("ring-buffers-overwrite-step-4.svg");
  const file = await page.evaluate((text) => {
    const root = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
    const words = [...root.querySelectorAll("text")].map(({ textContent }) => textContent);
    return {
      name: root.tagName,
      width: root.getAttribute("width"),
      words,
      title: root.querySelector("title")?.textContent,
    };
  }, bytes.toString("utf8"));
  expect(file).toMatchObject({ name: "svg", width: "960", title: "When old data must die" });
  expect(file.words).toContain("T12");
  expect(file.words.join(" ")).toContain("Five more trades");
  expect(bytes.toString("utf8")).not.toMatch(/var\(|class=|light-dark|href|NaN|undefined/);
});

test("some steps are saved as a GIF of the size, the pictures and the time that they have", async ({
  page,
  lesson,
}) => {
  const dialog = await openDialog(page, lesson, "#/episodes/ring-buffers/overwrite?step=3");
  await dialog.getByLabel("Kind").selectOption("gif");
  await dialog.getByLabel("Shape").selectOption("square");
  await dialog.getByLabel("Speed").selectOption("fast");
  await dialog.getByLabel("Words below the picture").uncheck();
  const said = await dialog.getByRole("status").textContent();
  const [, minutes = "", seconds = ""] = /^It plays for (\d+):(\d\d)\.$/.exec(said ?? "") ?? [];
  const { name, bytes } = await save(page, dialog);
  expect(name).toBe("ring-buffers-overwrite-step-3.gif");
  const gif = readGif(bytes);
  expect(gif).toMatchObject({ width: 640, height: 640 });
  expect(gif.frames).toBeGreaterThan(3);
  expect(Math.floor(gif.duration / 1000 + 0.05)).toBe(60 * Number(minutes) + Number(seconds));
});

test("some steps are saved as a video with captions, as long as they play", async ({ page, lesson }) => {
  const dialog = await openDialog(page, lesson, "#/episodes/ring-buffers/overwrite?step=3");
  await dialog.getByLabel("Kind").selectOption("video");
  await dialog.getByLabel("Speed").selectOption("fast");
  const said = await dialog.getByRole("status").textContent();
  const [, minutes = "", seconds = ""] = /^It plays for (\d+):(\d\d)\.$/.exec(said ?? "") ?? [];
  const { name, bytes } = await save(page, dialog);
  expect(name).toMatch(/^ring-buffers-overwrite-step-3\.(mp4|webm)$/);
  const input = new Input({ source: new BufferSource(bytes), formats: ALL_FORMATS });
  const track = await input.getPrimaryVideoTrack();
  expect(track?.displayWidth).toBe(1440);
  expect(track?.displayHeight).toBeGreaterThan(810);
  const length = (await track?.computeDuration()) ?? 0;
  expect(Math.floor(length + 0.05)).toBe(60 * Number(minutes) + Number(seconds));
  expect(bytes.includes("T12 is written over T0")).toBe(true);
});

test("a film that is being made can be called off", async ({ page, lesson }) => {
  const dialog = await openDialog(page, lesson, "#/episodes/ring-buffers/overwrite?step=1");
  await dialog.getByLabel("Kind").selectOption("video");
  await dialog.getByLabel("To step").fill("12");
  await dialog.getByRole("button", { name: "Save", exact: true }).click();
  await expect(dialog.getByRole("progressbar")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog.getByRole("button", { name: "Save", exact: true })).toBeVisible();
  await expect(dialog.getByRole("status")).toHaveText(/^It plays for/);
});

test("what is too long is told before anything is made", async ({ page, lesson }) => {
  const dialog = await openDialog(page, lesson, "#/episodes/ring-buffers/producers-consumers");
  await dialog.getByLabel("Kind").selectOption("gif");
  await dialog.getByLabel("To step").fill("23");
  await dialog.getByLabel("Speed").selectOption("half");
  await expect(dialog.getByRole("status")).toHaveText(/Choose fewer steps, or a higher speed\.$/);
  await expect(dialog.getByRole("button", { name: "Save", exact: true })).toHaveAttribute(
    "aria-disabled",
    "true",
  );
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`the dialog is accessible, ${colorScheme}`, async ({ page, lesson }) => {
    await page.emulateMedia({ colorScheme });
    await openDialog(page, lesson, "#/lab/overwriting-ring-buffer?do=push+T0..T3");
    await lesson.rests();
    expect(await axeFaults(page, { within: "dialog[open]", colorScheme })).toEqual([]);
  });
}
