import { galleryStates } from "../../src/views/gallery-states.ts";
import { pushAll } from "./push-all.ts";
import { expect, test } from "./test.ts";

const SIZES = [
  { width: 1440, height: 900 },
  { width: 768, height: 1024 },
  { width: 390, height: 844 },
  { width: 640, height: 400 },
];
const CAPACITIES = [1, 2, 5, 8, 12, 31, 64];
const LENGTHS = [1, 4, 9, 20];
/** So long are the items that are watched on their way. */
const MOVING = 20;

/** Numbered items, made up to a length with wide letters. */
const items = (from: number, count: number, length: number) =>
  Array.from({ length: count }, (_, index) =>
    String((from + index) % 10 ** Math.min(length, 6)).padEnd(length, "MWdp"),
  );

for (const capacity of CAPACITIES) {
  test(`capacity ${capacity}, at every size: no text overlaps or is cut off`, async ({ page, lesson }) => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await lesson.open(`#/lab/overwriting-ring-buffer?capacity=${capacity}`);
    await page.getByRole("combobox", { name: "Speed" }).selectOption("4");
    const faults: Record<string, string[]> = {};
    const note = (when: string, found: readonly string[]) => {
      if (found.length > 0) faults[when] = [...found];
    };
    const atEverySize = async (what: string, look: (where: string) => Promise<void>) => {
      for (const viewport of SIZES) {
        await page.setViewportSize(viewport);
        await lesson.rests();
        await look(`${what} at ${viewport.width}×${viewport.height}`);
      }
    };
    const asItStands = async (where: string) => note(where, await page.evaluate(() => window.textFaults()));

    await atEverySize("empty", asItStands);
    let pushed = 0;
    for (const length of LENGTHS) {
      await pushAll(page, items(pushed, capacity + 1, length));
      pushed += capacity + 1;
      await atEverySize(`full of ${length} characters`, asItStands);
    }
    await page.emulateMedia({ reducedMotion: "no-preference" });
    await atEverySize(`with ${MOVING} characters`, async (where) => {
      for (const [what, act] of [
        ["overwriting", () => pushAll(page, items(pushed++, 1, MOVING))],
        ["popping", () => lesson.button("pop").click()],
        ["pushing", () => pushAll(page, items(pushed++, 1, MOVING))],
      ] as const) {
        const watch = page.evaluate(() => window.textFaultsWhileMoving());
        await act();
        note(`${what} ${where}`, await watch);
        await lesson.rests();
      }
    });
    expect(faults).toEqual({});
  });
}

/** Steps of chapters at whose ends their pictures are fullest. */
const TELLING = {
  "producers-consumers": [3, 6, 7, 8, 11, 12, 13, 14, 17, 20, 21, 22],
  backpressure: [2, 3, 4, 6, 7, 8, 10, 12, 13, 15, 16, 18],
};

for (const viewport of SIZES) {
  for (const [chapter, steps] of Object.entries(TELLING)) {
    test(`“${chapter}” at ${viewport.width}×${viewport.height}: no text overlaps or is cut off`, async ({
      page,
      lesson,
    }) => {
      await page.setViewportSize(viewport);
      await page.emulateMedia({ reducedMotion: "reduce" });
      const faults: Record<string, string[]> = {};
      for (const step of steps) {
        await lesson.open(`#/episodes/ring-buffers/${chapter}?step=${step}`);
        await expect(lesson.place).toHaveText(new RegExp(`^step ${step} of`));
        await lesson.press("Shift+ArrowRight");
        await lesson.rests();
        const found = await page.evaluate(() => window.textFaults());
        if (found.length > 0) faults[`step ${step}`] = found;
      }
      expect(faults).toEqual({});
    });
  }
}

for (const { width, height } of SIZES) {
  test(`the page is no wider than ${width}×${height}`, async ({ page, lesson }) => {
    await page.setViewportSize({ width, height });
    for (const route of [
      "#/",
      "#/episodes/ring-buffers/overwrite?step=4",
      "#/lab/overwriting-ring-buffer?capacity=12",
      "#/episodes/ring-buffers/producers-consumers?step=8",
      "#/episodes/ring-buffers/backpressure?step=3",
      "#/lab/producer-consumer?producers=200&consumers=200&capacity=100000",
      "#/lab/thread-race",
      "#/lab/consumer-lag",
    ]) {
      await page.goto(`./${route}`);
      await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
      await lesson.rests();
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(over, route).toBeLessThanOrEqual(0);
    }
  });
}

for (const view of new Set(galleryStates.map(({ view }) => view))) {
  test(`no text of “${view.title}” overlaps or is cut off in any state, at any size and in mid-move`, async ({
    page,
    lesson,
  }) => {
    const states = galleryStates.filter((state) => state.view === view);
    await page.goto("./#/gallery");
    await page.getByRole("radio", { name: view.title, exact: true }).check();
    const sizes = page.getByRole("group", { name: "Size of each picture" }).getByRole("radio");
    const faults: Record<string, string[]> = {};
    await expect(page.locator("figure .stage")).toHaveCount(states.length);
    for (const size of await sizes.all()) {
      await size.check();
      for (const share of ["0", "0.35", "0.7", "1"]) {
        await page.evaluate((value) => {
          const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
          for (const slider of document.querySelectorAll<HTMLInputElement>("input[type=range]")) {
            set?.call(slider, value);
            slider.dispatchEvent(new Event("input", { bubbles: true }));
          }
        }, share);
        await lesson.rests();
        const found = await page.evaluate(() => window.textFaults());
        const name = await size.evaluate((input) => input.parentElement?.textContent ?? "");
        if (found.length > 0) faults[`${name} at ${share}`] = found;
      }
    }
    expect(faults).toEqual({});
  });
}
