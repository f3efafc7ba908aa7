import type { TimeMachine, TimeMachineEvents } from "../../../src/embed/element/published-types.ts";

// What a host may write: `tsc` reads it, and nobody runs it.

/** Every kind of thing that the element offers, as a page would use it. */
export async function useAll(machine: TimeMachine): Promise<void> {
  const made: TimeMachine = document.createElement("time-machine");
  made.episode = "ring-buffers";
  made.loop = true;
  made.theme = "dark";
  made.from = 4;
  made.accent = null;
  // @ts-expect-error there is no such theme
  made.theme = "purple";
  // @ts-expect-error it is a method
  made.step = 4;
  const chapter: string | null = made.chapter;
  machine.addEventListener("score", ({ detail }) => console.log(detail.right / detail.asked, chapter));
  machine.addEventListener("error", ({ detail }) => console.log(detail.message));
  machine.addEventListener("resize", ({ detail }) => console.log(detail.height));
  machine.addEventListener("click", ({ clientX }) => console.log(clientX));
  // @ts-expect-error a score has no such part
  machine.addEventListener("score", ({ detail }) => console.log(detail.wrong));
  await machine.seek("4.12", "overwrite");
  await machine.run(["push A", "pop"]);
  await machine.step("move");
  // @ts-expect-error that is no press
  await machine.step("leap");
  const state: TimeMachineEvents["state"] | undefined = machine.last.state;
  console.log(state?.words, document.querySelector("time-machine")?.last.score?.right);
}
