import { expect, test } from "vitest";
import { type Condition, type Process, quiescenceInWords, sleep } from "../../../src/engine/index.ts";
import { transcribed } from "./transcript.ts";

function* waits(condition: Condition): Process {
  yield condition.wait();
}

test("when nothing can move it is said who waits on what", () => {
  const { kernel } = transcribed();
  const notFull = kernel.condition("notFull");
  kernel.spawn("P0", waits(notFull));
  kernel.spawn("P1", waits(notFull));
  expect(quiescenceInWords(kernel.quiescence())).toBe("somebody can still move");
  kernel.run();
  expect(quiescenceInWords(kernel.quiescence())).toBe("everyone is waiting on notFull: P0, P1");
  kernel.spawn("C0", waits(kernel.condition("notEmpty")));
  kernel.run();
  expect(quiescenceInWords(kernel.quiescence())).toBe(
    "everyone is waiting, on notFull: P0, P1; on notEmpty: C0",
  );
});

test("a sleep without end waits on nothing", () => {
  const { kernel } = transcribed();
  kernel.spawn(
    "A",
    (function* (): Process {
      yield sleep(Number.POSITIVE_INFINITY);
    })(),
  );
  kernel.run();
  expect(quiescenceInWords(kernel.quiescence())).toBe("everyone is waiting on nothing: A");
});

test("a kernel whose processes have all ended is finished", () => {
  const { kernel } = transcribed();
  expect(quiescenceInWords(kernel.quiescence())).toBe("every process has ended");
});
