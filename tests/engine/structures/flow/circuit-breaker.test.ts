import { expect, test } from "vitest";
import { CircuitBreaker } from "../../../../src/engine/structures/flow/circuit-breaker.ts";

function opened(): CircuitBreaker {
  const breaker = new CircuitBreaker(3, 1_000);
  for (let i = 0; i < 3; i++) breaker.report(false, "pass", 0);
  return breaker;
}

test("opens after so many failures in a row, and a success begins the count anew", () => {
  const breaker = new CircuitBreaker(3, 1_000);
  for (const ok of [false, false, true, false, false]) breaker.report(ok, "pass", 0);
  expect(breaker.admit(0)).toBe("pass");
  breaker.report(false, "pass", 0);
  expect(breaker.admit(0)).toBe("refuse");
});

test("after the cool-down exactly one may try", () => {
  const breaker = opened();
  expect([breaker.admit(999), breaker.admit(1_000), breaker.admit(1_001)]).toEqual([
    "refuse",
    "probe",
    "refuse",
  ]);
});

test("a try that succeeds closes it, one that fails keeps it open for another cool-down", () => {
  const failing = opened();
  failing.admit(1_000);
  failing.report(false, "probe", 1_200);
  expect([failing.admit(2_199), failing.admit(2_200)]).toEqual(["refuse", "probe"]);
  failing.report(true, "probe", 2_300);
  expect(failing.admit(2_300)).toBe("pass");
});

test("calls that were let pass before it opened change nothing any more", () => {
  const breaker = opened();
  breaker.report(true, "pass", 10);
  expect(breaker.admit(20)).toBe("refuse");
});
