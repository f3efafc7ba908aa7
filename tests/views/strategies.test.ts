import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SeriesBuilder } from "../../src/engine/index.ts";
import { galleryStates } from "../../src/views/gallery-states.ts";
import { apart, curveOf } from "../../src/views/strategies/curve.ts";
import { NAMES } from "../../src/views/strategies/names.ts";
import { SHOWN } from "../../src/views/strategies/order.ts";
import { panes } from "./overlaps.ts";

const state = (id: string) => {
  const found = galleryStates.find((shown) => shown.id === id);
  if (found === undefined) throw new Error(`no gallery state ${id}`);
  return found;
};

test.each(panes)("names all five and tells what each has lost, at $width × $height", (size) => {
  const { view, to } = state("strategies-over");
  const keys = view.layout(to, size).map(({ key }) => key);
  for (const name of SHOWN) expect(keys).toEqual(expect.arrayContaining([`${name}:name`, `${name}:lost`]));
});

test("labels every line of the chart where it ends, with the name and not by hue alone", () => {
  const { view, to } = state("strategies-over");
  const marks = view.layout(to, { width: 960, height: 560 });
  for (const name of SHOWN) {
    expect(marks.some(({ key }) => key === `${name}:line`)).toBe(true);
    expect(marks.find(({ key }) => key === `${name}:label`)?.text).toBe(NAMES[name].name);
  }
});

test("a job that is lost is seen to fall out of its lane", () => {
  const { view, to } = state("strategies-losing");
  const falling = view
    .layout(to, { width: 960, height: 560 })
    .filter(({ style }) => style.includes("dying"))
    .map(({ key }) => key.split(":")[0]);
  expect(falling).toEqual(expect.arrayContaining(["dropOldest", "dropNewest"]));
  expect(falling).not.toContain("block");
});

test("says when the broken growing has lost order", () => {
  const { view, to } = state("strategies-broken");
  expect(view.describe(to)).toMatch(/Grow: .*with nothing in/);
  expect(view.describe(state("strategies-over").to)).not.toMatch(/with nothing in|after a later one/);
});

test("the adaptive buffer's picture shows the ruling mode, all three measures and a band for each mode that ruled", () => {
  const { view, to } = state("adaptive-day");
  for (const size of panes) {
    const marks = view.layout(to, size);
    const keys = marks.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(["mode:block", "p99:says", "ratio:says", "fullness:says"]));
    const bands = marks
      .filter(({ key }) => /^band:[\d.]+$/.test(key))
      .map(({ style }) => style.split("strategy-")[1]);
    expect(new Set(bands)).toEqual(new Set(["block", "grow", "sample", "dropOldest"]));
  }
});

test("the adaptive buffer's chart has ticks with units on every axis, and a piece of each line as it is drawn", () => {
  const { view, to } = state("adaptive-day");
  for (const size of panes) {
    const marks = view.layout(to, size);
    const texts = (pattern: RegExp) =>
      marks.flatMap(({ key, text }) => (pattern.test(key) ? [text ?? ""] : []));
    const styleOf = (key: string) => marks.find((mark) => mark.key === key)?.style;
    const latencies = texts(/^p99:tick:.*:text$/);
    expect(latencies.length).toBeGreaterThanOrEqual(2);
    for (const text of latencies) expect(text).toMatch(/^(0|\d+ ms|[\d.]+ s)$/);
    expect(texts(/^jobs:tick:.*:text$/).length).toBeGreaterThanOrEqual(2);
    expect(texts(/^time:.*:text$/)).not.toEqual([]);
    expect(texts(/^(p99|jobs):title$/)).toEqual(["p99 of the window", "jobs held"]);
    for (const line of ["p99", "jobs"]) expect(styleOf(`${line}:key`)).toBe(styleOf(`${line}:line`));
  }
});

describe("labels moved apart", () => {
  test("keep their order, their gap and their room, when there is room for all", () => {
    const wanted = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(wanted, (all) => {
        const places = apart(all, 20, 0, 100);
        for (const place of places) {
          expect(place).toBeGreaterThanOrEqual(-1e-9);
          expect(place).toBeLessThanOrEqual(100 + 1e-9);
        }
        const sorted = [...places].sort((a, b) => a - b);
        sorted.slice(1).forEach((place, i) => {
          expect(place - (sorted[i] ?? 0)).toBeGreaterThanOrEqual(20 - 1e-9);
        });
        all.forEach((a, i) => {
          all.forEach((b, j) => {
            if (a < b) expect(places[i]).toBeLessThan(places[j] ?? 0);
          });
        });
      }),
    );
  });
});

test("a curve ends at the present with the present value", () => {
  const builder = new SeriesBuilder("samples", { width: 10 });
  for (let time = 0; time < 95; time += 5) builder.note(time, time);
  const curve = curveOf(builder.closed, 97, 42);
  expect(curve.at(-1)).toEqual({ time: 97, value: 42 });
  expect(curve.map(({ time }) => time)).toEqual([...curve.map(({ time }) => time)].sort((a, b) => a - b));
});
