import { expect, test } from "vitest";
import { paintsIn } from "./traced-paints.ts";

const mark = (name: string, ts: number, pid = 1) => ({ name, ts, pid });
const frame = (ts: number, dur: number, pid = 1) => ({ name: "ProxyMain::BeginMainFrame", ts, dur, pid });

test("a paint ends with the frame in which the key's animation callback ran", () => {
  const events = [
    mark("key 0.5", 1_000),
    mark("handled", 3_000),
    frame(500, 200),
    frame(9_000, 5_000),
    mark("frame", 9_100),
    frame(20_000, 9_000),
    frame(9_000, 90_000, 2),
    mark("key 1", 101_000),
    mark("handled", 101_500),
    frame(102_000, 1_000),
    mark("frame", 102_100),
  ];
  expect(paintsIn(events)).toEqual([
    { time: 13.5, work: 7 },
    { time: 3, work: 1.5 },
  ]);
});

test("a trace without frames is refused", () => {
  expect(() => paintsIn([mark("key 0", 0), mark("handled", 1), mark("frame", 2)])).toThrow(/BeginMainFrame/);
  expect(() => paintsIn([mark("key 0", 0)])).toThrow(/handled/);
});
