import { expect, test } from "vitest";
import { CoDel } from "../../../../src/engine/structures/flow/co-del.ts";

const settings = { target: 5, interval: 100 };

/** Packets that have all waited as long at any time, taken every ms; the times at which CoDel drops. */
function dropsOf(waited: (now: number) => number, until: number): number[] {
  const coDel = new CoDel<{ readonly joined: number }>();
  const drops: number[] = [];
  for (let now = 0; now <= until; now++) {
    const queue = { size: 50, take: () => ({ joined: now - waited(now) }) };
    coDel.dequeue(now, queue, settings, () => drops.push(now));
  }
  return drops;
}

test("a delay below the target drops nothing", () => {
  expect(dropsOf(() => 4, 2_000)).toEqual([]);
});

test("a delay that does not last an interval drops nothing", () => {
  expect(dropsOf((now) => (now % 90 === 0 ? 4 : 50), 2_000)).toEqual([]);
});

test("drops come closer together with the square root of their count", () => {
  // From the law alone: the first after an interval, and each next one interval / √count later.
  const expected: number[] = [];
  for (let [time, count] = [100, 1]; time <= 1_000; time += 100 / Math.sqrt(count++))
    expected.push(Math.ceil(time));
  expect(dropsOf(() => 50, 1_000)).toEqual(expected);
});

test("it stops as soon as the delay falls below the target", () => {
  expect(dropsOf((now) => (now < 450 ? 50 : 4), 2_000).every((time) => time < 450)).toBe(true);
});

test("with at most one packet left behind it nothing is dropped, however slow the link", () => {
  const coDel = new CoDel<{ readonly joined: number }>();
  for (let now = 0; now < 1_000; now++) {
    const packet = { joined: now - 500 };
    const given = coDel.dequeue(now, { size: 1, take: () => packet }, settings, () => expect.unreachable());
    expect(given).toBe(packet);
  }
});
