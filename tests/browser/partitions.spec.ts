import type { Page } from "@playwright/test";
import { inWords } from "../../src/player/hands/in-words.ts";
import type { Lesson } from "./lesson.ts";
import { expect, test } from "./test.ts";

/** One cluster, worked by hand. */
class Cluster {
  readonly #page: Page;
  readonly #lesson: Lesson;

  constructor(page: Page, lesson: Lesson) {
    this.#page = page;
    this.#lesson = lesson;
  }

  async open(parameters: string): Promise<void> {
    await this.#page.emulateMedia({ reducedMotion: "reduce" });
    await this.#lesson.open(`#/lab/distributed-log?${parameters}`);
  }

  /** Ask an operation with these arguments; one that is not at hand is behind “More”. */
  async ask(operation: string, values: { readonly [field: string]: string | number } = {}): Promise<void> {
    const press = this.#lesson.button(inWords(operation));
    if (!(await press.isVisible())) await this.#page.getByText("More", { exact: true }).click();
    for (const [name, value] of Object.entries(values)) {
      await this.#page.getByLabel(`${inWords(operation)}: ${name}`, { exact: true }).fill(String(value));
    }
    await press.click();
    await this.#lesson.rests();
  }

  /** Let so many seconds of the cluster’s time go by, one for each press. */
  async run({ seconds }: { readonly seconds: number }): Promise<void> {
    for (let second = 0; second < seconds; second++) {
      await this.#page.getByLabel("run for: ms", { exact: true }).fill("1000");
      await this.#lesson.button("Run for").click();
      await this.#lesson.rests();
    }
  }

  /** Event by event, until the producer has been told that so many are stored, and no further. */
  async acknowledged(count: number): Promise<void> {
    const told = `${count} of ${count} acknowledged`;
    for (let event = 0; event < 200 && !(await this.words()).includes(told); event++) {
      await this.#lesson.button("Next event").click();
      await this.#lesson.rests();
    }
    expect(await this.words()).toContain(told);
  }

  /** The words in the picture. */
  words(): Promise<string> {
    return this.#page.evaluate(() =>
      [...document.querySelectorAll(".stage text")].map((text) => text.textContent).join(" | "),
    );
  }
}

for (const { acks, lost } of [
  { acks: "1", lost: true },
  { acks: "all", lost: false },
]) {
  test(`the leader dies and comes back: with acks=${acks} acknowledged records are ${lost ? "" : "not "}lost`, async ({
    page,
    lesson,
  }) => {
    const cluster = new Cluster(page, lesson);
    await cluster.open(`acks=${acks}`);
    await cluster.ask("produce", { key: "AAPL", value: "187", count: 3 });
    await cluster.acknowledged(3);
    await cluster.ask("killBroker", { broker: 1 });
    await cluster.run({ seconds: 10 });
    await cluster.ask("restartBroker", { broker: 1 });
    await cluster.run({ seconds: 2 });
    await expect.poll(() => cluster.words()).toContain("leader broker 2");
    if (lost) expect(await cluster.words()).toContain("2 acknowledged lost");
    else expect(await cluster.words()).not.toMatch(/lost|missing/);
  });
}

test("of four consumers in a group one has no partition, and a group that is not there is named", async ({
  page,
  lesson,
}) => {
  const cluster = new Cluster(page, lesson);
  await cluster.open("acks=all");
  await cluster.ask("addConsumer", { group: "trading", count: 4 });
  await cluster.run({ seconds: 10 });
  await expect.poll(() => cluster.words()).toContain("idle");
  await cluster.ask("commit", { group: "audit" });
  await expect(page.getByText(/there is no group audit; groups: trading/).first()).toBeAttached();
});

test("a record is followed by its name from the leader to the follower", async ({ page, lesson }) => {
  const cluster = new Cluster(page, lesson);
  await cluster.open("acks=all");
  await cluster.ask("produce", { key: "AAPL", value: "187", count: 1 });
  await cluster.run({ seconds: 1 });
  const record = page.getByLabel(/^record 0, key AAPL, value 187, on broker 1/);
  await expect(record).toBeAttached();
  await cluster.ask("killBroker", { broker: 1 });
  await cluster.run({ seconds: 10 });
  await expect(page.getByLabel(/^record 0, key AAPL, value 187, on broker 2/)).toBeAttached();
});

test("a thousand partitions on a hundred brokers are few elements, and answer a press", async ({
  page,
  lesson,
}) => {
  const cluster = new Cluster(page, lesson);
  await cluster.open("partitions=1000&brokers=100");
  const elements = () => page.evaluate(() => document.querySelectorAll(".stage *").length);
  expect(await elements()).toBeLessThan(1_500);
  await cluster.ask("produce", { key: "AAPL", value: "187", count: 10 });
  await cluster.run({ seconds: 1 });
  await expect.poll(() => cluster.words()).toMatch(/partition \d+, offset 9/);
  expect(await elements()).toBeLessThan(1_500);
});
