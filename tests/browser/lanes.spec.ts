import type { Page } from "@playwright/test";
import { type Account, account } from "./account.ts";
import { Hands } from "./hands.ts";
import { expect, test } from "./test.ts";

const LAB = "#/lab/producer-consumer";

/** Something in the picture, by how its name begins. */
const pictured = (page: Page, beginning: string) =>
  page.getByRole("figure", { name: "Picture", exact: true }).locator(`[aria-label^="${beginning}"]`);

const happened = (page: Page) => page.getByRole("status", { name: "What just happened" });

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
});

test("a consumer killed in the middle of an item takes it along, and the account tells", async ({
  page,
  lesson,
}) => {
  const hands = new Hands(page);
  await lesson.open(LAB);
  await hands.runFor(10);
  await expect(pictured(page, "C0, ")).toHaveAccessibleName(
    "C0, processes A1, 1 of 10 ms left, A1 in its hand",
  );
  const before = await account(page);
  expect(before).toMatchObject({ "in process": 3, lost: 0 });

  await hands.do("kill", { thread: "C0" }, "One thread");
  await expect(pictured(page, "C0, ")).toHaveAccessibleName(/killed/);
  await expect(pictured(page, "A1, ")).toHaveAccessibleName("A1, lost with C0");
  await expect(happened(page)).toContainText("A1 is lost with C0.");
  expect(await account(page)).toEqual({ ...before, "in process": 2, lost: 1 });

  await hands.runFor(100);
  const after = await account(page);
  expect(after.lost).toBe(1);
  expect(after.consumed).toBeGreaterThan(before.consumed);
  await expect(pictured(page, "A1, ")).toHaveCount(0);
});

test("the account of the chapter adds up at every step, with a loss and after a graceful stop", async ({
  page,
  lesson,
}) => {
  const accounts: Account[] = [];
  for (let step = 2; step <= 12; step++) {
    await lesson.open(`#/episodes/ring-buffers/producers-consumers?step=${step}`);
    await expect(lesson.place).toHaveText(new RegExp(`^step ${step} of`));
    await lesson.press("Shift+ArrowRight");
    await lesson.rests();
    accounts.push(await account(page));
  }
  const [beforeKill, killed, stopped] = accounts.slice(-3);
  expect(killed).toEqual({ ...beforeKill, "in process": (beforeKill?.["in process"] ?? 0) - 1, lost: 1 });
  expect(stopped).toMatchObject({ offered: 0, queued: 0, "in process": 0, lost: 1 });
});

test("one item is followed by its name from its producer's hand to its end", async ({ page, lesson }) => {
  // Each of several hundred moves is drawn.
  test.slow();
  await lesson.open(`${LAB}?capacity=3&seed=7`);
  const hands = new Hands(page);
  await hands.runFor(25);
  await lesson.press("Home");
  await expect(lesson.button("Back one move")).toHaveAttribute("aria-disabled", "true");
  const moves = await page.evaluate(() => window.follow(".", "Forward one move", "A4, ", "A4, consumed"));

  const seen = moves.slice(moves.findIndex((names) => names.length > 0));
  // From its making to its end it is somewhere after every move, and never in two places.
  expect(seen.filter((names) => names.length !== 1)).toEqual([]);
  const stations = seen
    .map(([name = ""]) => name.slice("A4, ".length).replace(", which waits", ""))
    .filter((station, index, all) => station !== all[index - 1]);
  const consumer = stations.at(-1)?.slice("consumed by ".length);
  const places = stations.flatMap(
    (station) => station.match(/^in the queue, (\d)\w\w from the front$/)?.[1] ?? [],
  );
  expect(places.length).toBeGreaterThan(1);
  expect(places.map(Number)).toEqual(places.map((_, index) => places.length - index));
  expect(stations.filter((station) => !/^in the queue, [^1]/.test(station))).toEqual([
    "in the hand of P0",
    "in the queue, 1st from the front",
    `in the hand of ${consumer}`,
    `processed by ${consumer}`,
    `consumed by ${consumer}`,
  ]);
  await lesson.press(".");
  await expect(pictured(page, "A4, ")).toHaveCount(0);
});

test("threads are added and removed in the middle of a run", async ({ page, lesson }) => {
  const hands = new Hands(page);
  await lesson.open(LAB);
  await hands.runFor(5);
  await hands.do("add producer");
  await hands.do("add consumer");
  await hands.runFor(5);
  await expect(pictured(page, "P2, ")).toHaveAccessibleName(/produces an item/);
  await expect(pictured(page, "C3, ")).toHaveAccessibleName(/processes [A-C]\d+/);
  await hands.do("remove producer", {}, "More");
  await expect(pictured(page, "P2, ")).toHaveAccessibleName(/will stop/);
  await hands.do("remove consumer", {}, "More");
  await expect(pictured(page, "C3, ")).toHaveAccessibleName(/will stop/);
  await hands.runFor(20);
  await expect(pictured(page, "P2, has finished")).toHaveCount(1);
  await expect(pictured(page, "C3, has finished")).toHaveCount(1);
  expect(await account(page)).toMatchObject({ lost: 0, dropped: 0 });
});

test("a thread that is slowed takes longer, and one that is paused stands still until it resumes", async ({
  page,
  lesson,
}) => {
  const hands = new Hands(page);
  await lesson.open(LAB);
  await hands.do("slow", { thread: "C0", factor: "100" }, "One thread");
  await hands.runFor(10);
  await hands.do("pause", { thread: "C1" }, "One thread");
  await expect(pictured(page, "C1, ")).toHaveAccessibleName(/paused/);
  const held = (await pictured(page, "C1, ").getAttribute("aria-label"))?.match(/(\w+) in its hand/)?.[1];
  await hands.runFor(60);
  await expect(pictured(page, "C0, ")).toHaveAccessibleName(/processes A1, .*100 times slower/);
  await expect(pictured(page, "C1, ")).toHaveAccessibleName(new RegExp(`paused.*${held} in its hand`));
  const paused = await account(page);
  expect(paused["in process"]).toBe(3);

  await hands.do("resume", { thread: "C1" }, "One thread");
  await hands.runFor(20);
  await expect(pictured(page, "C1, ")).not.toHaveAccessibleName(new RegExp(`${held} in its hand`));
  expect((await account(page)).consumed).toBeGreaterThan(paused.consumed);
});

test("a burst adds exactly its items", async ({ page, lesson }) => {
  const hands = new Hands(page);
  await lesson.open(LAB);
  await hands.do("stop producers", {}, "More");
  await hands.runFor(20);
  const before = await account(page);
  await hands.do("burst", { items: "50" }, "More");
  await hands.runFor(10);
  const after = await account(page);
  expect(after.produced).toBe(before.produced + 50);
  expect(after.queued).toBeGreaterThan(30);
});

test("a parameter set in the middle of a run holds from there on, and is stepped back over", async ({
  page,
  lesson,
}) => {
  const hands = new Hands(page);
  await lesson.open(LAB);
  await hands.runFor(10);
  await lesson.rests();
  const before = await lesson.picture();
  expect(await hands.parameter("producers")).toBe("2");
  await hands.set("producers", "6");
  await hands.runFor(10);
  await expect(pictured(page, "P5")).toHaveCount(1);
  expect((await account(page)).produced).toBeGreaterThan(60);
  await lesson.rests();
  const after = await lesson.picture();

  await lesson.press("Shift+ArrowLeft", "Shift+ArrowLeft");
  await expect.poll(() => lesson.picture()).toBe(before);
  expect(await hands.parameter("producers")).toBe("2");
  await lesson.press("Shift+ArrowRight", "Shift+ArrowRight");
  await expect.poll(() => lesson.picture()).toBe(after);
  expect(await hands.parameter("producers")).toBe("6");
});

test("the capacity is changed in the middle of a run, below what the queue holds too, and nothing is lost", async ({
  page,
  lesson,
}) => {
  const hands = new Hands(page);
  await lesson.open(`${LAB}?capacity=8`);
  await hands.runFor(30);
  expect((await account(page)).queued).toBe(8);
  await hands.set("capacity", "3");
  const picture = page.getByRole("figure", { name: "Picture", exact: true });
  await expect(pictured(page, "X0 can move: ")).toHaveCount(1);
  await hands.runFor(100);
  await expect(pictured(page, "X0, has changed the capacity to 3")).toHaveCount(1);
  await expect(picture).toContainText(/3 of 3 · full/);
  await hands.set("capacity", "12");
  await hands.runFor(100);
  await expect(picture).toContainText(/12 of 12 · full/);
  const { produced, offered, queued, "in process": inProcess, consumed, ...rest } = await account(page);
  expect((offered ?? 0) + (queued ?? 0) + (inProcess ?? 0) + (consumed ?? 0)).toBe(produced);
  expect(rest).toMatchObject({ dropped: 0, lost: 0 });
});

test("a graceful stop ends with nothing queued, nothing in process and nothing lost", async ({
  page,
  lesson,
}) => {
  const hands = new Hands(page);
  await lesson.open(`${LAB}?capacity=8`);
  await hands.runFor(30);
  await hands.do("drain and stop", {}, "More");
  expect((await account(page)).queued).toBeGreaterThan(0);
  await hands.runFor(200);
  const { produced, consumed, ...rest } = await account(page);
  expect(consumed).toBe(produced);
  expect(rest).toEqual({ offered: 0, queued: 0, "in process": 0, dropped: 0, lost: 0 });
  for (const name of ["P0", "P1", "C0", "C1", "C2"]) {
    await expect(pictured(page, `${name}, `)).toHaveAccessibleName(/finished/);
  }
});

test("hundreds of threads are shown as counts, in a picture of bounded size that still answers", async ({
  page,
  lesson,
}) => {
  const hands = new Hands(page);
  await lesson.open(`${LAB}?producers=200&consumers=200&capacity=100000`);
  await hands.runFor(10);
  const picture = page.getByRole("figure", { name: "Picture", exact: true });
  await expect(picture).toContainText("200 producers");
  await expect(picture).toContainText("200 consumers");
  await expect(picture).toContainText("200 process");
  await expect(picture).toContainText(/1,\d{3} of 100,000/);
  await expect(happened(page)).toContainText("Of 200 producers 200 produce. Of 200 consumers 200 process.");
  expect(await account(page)).toMatchObject({ produced: 2_000, "in process": 200, dropped: 0, lost: 0 });
  expect(await page.locator(".stage *").count()).toBeLessThan(1_500);

  await lesson.button("Next event").click();
  await expect(happened(page)).toContainText("At 11 ms");
  await lesson.press("Shift+ArrowLeft");
  await expect(happened(page)).toContainText("At 10 ms");
  await hands.do("kill", { thread: "C150" }, "One thread");
  expect(await account(page)).toMatchObject({ "in process": 199, lost: 1 });
});
