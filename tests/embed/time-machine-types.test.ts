import { expect, test } from "vitest";
import type { Attribute } from "../../src/embed/element/element-options.ts";
import type {
  TimeMachine as Published,
  TimeMachineAttributes,
  TimeMachineEvents,
} from "../../src/embed/element/published-types.ts";
import type { TimeMachine } from "../../src/embed/element/time-machine.ts";
import type { CONTROLS, THEMES } from "../../src/embed/options/options.ts";
import type { EmbedEvents } from "../../src/embed/protocol/messages.ts";
import type { Plain } from "../../src/engine/index.ts";

// What is published is written by hand, so that it can be read. The compiler holds it against the sources here: a line of
// which `tsc` says that `true` is not assignable tells what has drifted.

/** `true` for two types that say the same, with the same parts optional and readonly. */
type Same<A, B> = Identical<Flat<A>, Flat<B>>;
type Identical<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** An object type as one list of its parts, however it was put together. What may be anything has no parts. */
type Flat<T> = [Plain] extends [T]
  ? Plain
  : T extends (...given: never) => unknown
    ? T
    : { [Name in keyof T]: Flat<T[Name]> };

type OfBrowser =
  | keyof HTMLElement
  | "connectedCallback"
  | "disconnectedCallback"
  | "attributeChangedCallback";
type Own = Exclude<keyof TimeMachine, OfBrowser>;
type Property = Exclude<Attribute, "step" | "lang">;

const SAME = {
  "names of events": true satisfies Same<keyof TimeMachineEvents, keyof EmbedEvents | "error">,
  "details of events": true satisfies Same<Omit<TimeMachineEvents, "error">, EmbedEvents>,
  methods: true satisfies Same<Pick<Published, Own>, Pick<TimeMachine, Own>>,
  attributes: true satisfies Same<keyof TimeMachineAttributes, Attribute>,
  properties: true satisfies Same<Exclude<keyof Published, keyof HTMLElement>, Own | Property>,
  controls: true satisfies Same<NonNullable<TimeMachineAttributes["controls"]>, (typeof CONTROLS)[number]>,
  themes: true satisfies Same<NonNullable<TimeMachineAttributes["theme"]>, (typeof THEMES)[number]>,
};

test("what is published says of events, methods and attributes what the sources say", () => {
  expect(new Set(Object.values(SAME))).toEqual(new Set([true]));
});
