import { Kernel } from "../../kernel/kernel.ts";
import type { Plain } from "../../kernel/plain.ts";
import type { Random } from "../../kernel/random.ts";
import type { Detail, Trace } from "../../kernel/trace.ts";
import type { Context } from "../define-system.ts";
import { RunningCode } from "../running-code.ts";
import type { Departure, FailureState, FlowAccount, FlowItem, Flying, Moment } from "./failure-state.ts";

/** What every failure mode has: the two switches. */
export interface Switches {
  readonly fault: "off" | "on";
  readonly remedy: "off" | "on";
}

/** How many of the last moments are kept. */
const MOMENTS = 40;

/**
 * A failure mode at work. What differs are the processes and the measurements; the clock, the switches, the numbering of
 * items and the account of where each went are the same.
 */
export abstract class FailureRun<Settings extends Switches> {
  readonly kernel = new Kernel();
  /** As they stand now: the live ones change in the middle of a run. */
  settings: Settings;
  protected readonly random: Random;
  protected readonly code = new RunningCode(this.kernel);
  readonly #trace: Trace;
  readonly #gone: Record<Departure, number> = {
    done: 0,
    late: 0,
    fallback: 0,
    dropped: 0,
    refused: 0,
    lost: 0,
  };
  #arrived = 0;
  #moments: readonly Moment[] = Object.freeze([]);
  #switched = 0;
  #faultSince: number | null = null;
  #remedySince: number | null = null;
  #leaving: { readonly time: number; readonly shown: NonNullable<FailureState["leaving"]> } | undefined;

  constructor(settings: Settings, { trace, random }: Context) {
    this.settings = settings;
    this.random = random;
    this.#trace = trace;
    this.#note("fault", "off");
    this.#note("remedy", "off");
  }

  /** Change a parameter in the middle of the run. */
  adjust(parameter: string, value: Plain): undefined {
    const before: Switches = this.settings;
    const [{ fault, remedy }] = [before];
    this.settings = { ...this.settings, [parameter]: value };
    this.#note("fault", fault);
    this.#note("remedy", remedy);
    this.adjusted(parameter);
    return undefined;
  }

  /** Another operation begins. */
  begin(): void {
    this.code.end();
  }

  abstract snapshot(): FailureState;

  /** A parameter has just changed: wake whoever must know. */
  protected abstract adjusted(parameter: string): void;

  protected get faulty(): boolean {
    return this.settings.fault === "on";
  }

  protected get remedied(): boolean {
    return this.settings.remedy === "on";
  }

  /** Say what a process has just done. */
  protected tell(mark: string, detail: Detail = {}): void {
    this.#trace(mark, detail);
  }

  /** @param letter stands before the count in its name */
  protected make(kind: string, letter: string, hue: number): FlowItem {
    const id = this.#arrived++;
    return Object.freeze({ id, name: `${letter}${id}`, kind, hue, made: this.kernel.now });
  }

  /** An item leaves the system. */
  protected leave(item: FlowItem, stage: string, how: Departure): void {
    this.#gone[how] += 1;
    this.#leaving = { time: this.kernel.now, shown: Object.freeze({ item, stage, how }) };
  }

  /** Items leave the system that nobody sees go. */
  protected leaveUnseen(how: Departure, count: number): void {
    this.#gone[how] += count;
  }

  protected gone(how: Departure): number {
    return this.#gone[how];
  }

  protected get arrived(): number {
    return this.#arrived;
  }

  /** What every snapshot has. */
  protected common(where: { readonly onTheWay?: number; readonly queued: number; readonly inWork: number }) {
    const { now } = this.kernel;
    const leaving = this.#leaving;
    const account: FlowAccount = { arrived: this.#arrived, onTheWay: 0, ...where, ...this.#gone };
    return {
      time: now,
      account,
      moments: this.#moments,
      leaving: leaving?.time === now ? leaving.shown : null,
      flying: [] as readonly Flying[],
      code: this.code.shown,
    };
  }

  protected get faultSwitch() {
    return { active: this.faulty, since: this.#faultSince };
  }

  protected get remedySwitch() {
    return { on: this.remedied, since: this.#remedySince };
  }

  #note(name: "fault" | "remedy", before: "off" | "on"): void {
    const after = this.settings[name];
    if (after === before) return;
    const time = this.kernel.now;
    const since = after === "on" ? time : null;
    const over = name === "fault" ? "fault-over" : "remedy-off";
    if (name === "fault") this.#faultSince = since;
    else this.#remedySince = since;
    const moment: Moment = Object.freeze({
      number: this.#switched++,
      time,
      kind: after === "on" ? name : over,
    });
    this.#moments = Object.freeze([...this.#moments, moment].slice(-MOMENTS));
  }
}
