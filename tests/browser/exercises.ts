import type { FrameLocator, Locator, Page } from "@playwright/test";
import { registry, type System } from "../../src/engine/index.ts";
import { type Exercise, exerciseOf, kindOf } from "../../src/engine/practice/exercise.ts";
import type { Move, Practice } from "../../src/engine/practice/practice.ts";
import { practices } from "../../src/engine/practice/practices.ts";
import { expect } from "./test.ts";

/** An exercise of the episode: where it stands and what it is about. */
export interface Exercised {
  readonly question: string;
  readonly chapter: string;
  readonly system: string;
  readonly operations: readonly string[];
}

export const EXERCISES = {
  ring: {
    question: "Be the ring. Do what push and pop do, move by move.",
    chapter: "ring",
    system: "ring-buffer",
    operations: ["push", "pop"],
  },
  overwriting: {
    question: "Do what push does here, move by move.",
    chapter: "overwrite",
    system: "overwriting-ring-buffer",
    operations: ["push"],
  },
  window: {
    question: "Be the reader. What does window read, and what is gone?",
    chapter: "overwrite",
    system: "overwriting-ring-buffer",
    operations: ["window"],
  },
  queue: {
    question: "Be the scheduler. Who waits, who is woken, and who moves next?",
    chapter: "producers-consumers",
    system: "blocking-queue",
    operations: ["put", "get"],
  },
  retention: {
    question: "Be the broker. What does retention remove?",
    chapter: "partitioned-log",
    system: "distributed-log",
    operations: ["enforceRetention"],
  },
  record: {
    question: "Be the cluster. Take a record all the way into its partition.",
    chapter: "partitioned-log",
    system: "distributed-log",
    operations: ["produce"],
  },
  group: {
    question: "Be the group. Who gets which partition now?",
    chapter: "partitioned-log",
    system: "distributed-log",
    operations: ["addConsumer", "removeConsumer", "switchAssignor"],
  },
} satisfies { readonly [name: string]: Exercised };

/** The exercise that the page draws: it is made out of the scene's seed, and so are these. */
export function drawn({ system, operations }: Exercised, number = 0): Exercise {
  return exerciseOf(registry.get(system) as System, practices.get(system) as Practice, operations, 1, number);
}

/** Begin with an exercise. */
export async function begin(
  page: Page | FrameLocator,
  { question }: Exercised,
  exercise: Exercise,
): Promise<Locator> {
  const offer = page.getByRole("region", { name: question });
  await offer.getByRole("button", { name: "Practise" }).click();
  await expect(offer.getByText(exercise.told)).toBeVisible();
  return offer;
}

/** What the place of a move is called in the exercise's card. */
export const nameOf = (exercise: Exercise, { kind, target }: Move) =>
  kindOf(exercise, kind).on?.name(target) ?? "Make this move";

/** Make every move of an exercise that has begun, by mouse. */
export async function doAll(card: Locator, exercise: Exercise): Promise<void> {
  for (const move of exercise.steps.flatMap(({ moves }) => moves)) {
    await card.getByRole("radio", { name: kindOf(exercise, move.kind).title, exact: true }).check();
    await card.getByRole("button", { name: nameOf(exercise, move), exact: true }).click();
  }
  await expect(card.getByText("All right.")).toBeVisible();
}
