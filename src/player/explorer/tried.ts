import { faultAt, faultInWords } from "../../engine/explore/fault.ts";
import type { Input, Recording } from "../../engine/index.ts";
import { operationText } from "../panels/operation-text.ts";
import { type Move, movesOf } from "../store/moves.ts";

/** A place that a schedule has come to: after one move more than its parent. */
export interface TriedNode {
  readonly id: number;
  readonly parent: TriedNode | undefined;
  /** In the order in which they were tried. */
  readonly children: TriedNode[];
  /** Who moved, or the operation; null for the clock. */
  readonly who: string | null;
  readonly input: Input;
  /** The frame that it ends with: the same in every run that comes through here. */
  readonly frame: number;
  /** Moves from the root. */
  readonly depth: number;
  /** What is wrong or over here, in words. */
  readonly end: { readonly kind: "broken" | "asleep" | "over"; readonly words: string } | undefined;
}

/** So many places are kept. */
const MOST = 300;

/**
 * The schedules of one setup that a reader has tried, as a tree: two runs are one as long as the same threads move. It follows the
 * reader's own run as that changes, and lets go of its oldest side branches when it has grown too large.
 */
export class Tried {
  /** How many moves of side branches, or of the beginning, were let go of. */
  dropped = 0;
  /** From the root to the end of the run on show. */
  path: readonly TriedNode[] = [];
  /** What leads to the root. */
  rootInputs: readonly Input[] = [];
  readonly #most: number;
  #recording: Recording | undefined;
  #inputs: readonly Input[] = [];
  #length = 0;
  #size = 0;
  #ids = 0;

  constructor(most = MOST) {
    this.#most = most;
  }

  get root(): TriedNode | undefined {
    return this.path[0];
  }

  /** The place of a frame of the run on show: the last one that was come to by then. */
  at(frame: number): TriedNode | undefined {
    return this.path.findLast((node) => node.frame <= frame);
  }

  /** The inputs that lead to a place. */
  inputsTo(node: TriedNode): readonly Input[] {
    const inputs: Input[] = [];
    for (let at = node; at.parent !== undefined; at = at.parent) inputs.push(at.input);
    return [...this.rootInputs, ...inputs.reverse()];
  }

  /** Take in what was done since, in this run or in another one. @returns whether anything has changed */
  follow(recording: Recording): boolean {
    const known = this.#recording;
    if (known === recording && this.#length === recording.length) return false;
    const common = known === undefined ? -1 : this.#commonWith(recording);
    const far = recording.length - 1 - Math.max(common, 0) > this.#most;
    if (this.root === undefined || far || common < this.root.frame) {
      this.#plant(recording);
    } else {
      this.path = this.path.filter(({ frame }) => frame <= common);
    }
    this.#grow(recording);
    this.#prune(recording);
    this.#recording = recording;
    this.#inputs = [...recording.inputs];
    this.#length = recording.length;
    return true;
  }

  /** The last frame that this run has in common with the one before, as far as its inputs tell. */
  #commonWith(recording: Recording): number {
    if (recording === this.#recording) return this.#length - 1;
    let same = 0;
    while (same < this.#inputs.length && recording.inputs[same] === this.#inputs[same]) same += 1;
    return Math.min(this.#length, recording.startOf(same)) - 1;
  }

  #plant(recording: Recording): void {
    // With room to grow: a run that is long already is not planted anew with every move.
    const frame = Math.max(0, recording.length - 1 - (this.#most >> 1));
    if (this.root !== undefined) this.dropped += this.#size;
    const { input } = recording.frame(frame).cause;
    const whole = frame === 0 ? 0 : Math.max(frame, recording.startOf(input));
    this.rootInputs = whole === 0 ? [] : recording.inputsTo(whole);
    this.#size = 1;
    const id = this.#ids++;
    const nothing: Input = { operation: "", values: {} };
    const root = { id, parent: undefined, children: [], who: null, input: nothing, frame: whole, depth: 0 };
    this.path = [{ ...root, end: undefined }];
  }

  #grow(recording: Recording): void {
    const path = [...this.path];
    const last = path.at(-1) as TriedNode;
    for (const move of movesOf(recording, last.frame)) {
      const parent = path.at(-1) as TriedNode;
      const who = whoOf(move);
      const there = parent.children.find((child) => child.who === who && child.frame === move.frame);
      if (there === undefined) this.#size += 1;
      path.push(there ?? this.#add(parent, move, recording));
    }
    this.path = path;
  }

  #add(parent: TriedNode, move: Move, recording: Recording): TriedNode {
    const { frame, input } = move;
    const end = endAt(recording, frame);
    const id = this.#ids++;
    const node = { id, parent, children: [], who: whoOf(move), input, frame, depth: parent.depth + 1, end };
    parent.children.push(node);
    return node;
  }

  /** Let go of the side branches that are oldest, and of the beginning if that is not enough. */
  #prune(recording: Recording): void {
    const on = new Set(this.path);
    while (this.#size > this.#most) {
      const side = this.path
        .flatMap(({ children }) => children.filter((child) => !on.has(child)))
        .sort((a, b) => a.id - b.id)[0];
      if (side === undefined) break;
      const children = side.parent?.children ?? [];
      children.splice(children.indexOf(side), 1);
      const gone = sizeOf(side);
      this.#size -= gone;
      this.dropped += gone;
    }
    if (this.#size > this.#most) {
      this.#plant(recording);
      this.#grow(recording);
    }
  }
}

function whoOf({ thread, input }: Move): string | null {
  return thread === undefined ? operationText(input) : thread;
}

function sizeOf(node: TriedNode): number {
  return node.children.reduce((sum, child) => sum + sizeOf(child), 1);
}

function endAt(recording: Recording, index: number): TriedNode["end"] {
  const frame = recording.frame(index);
  const fault = faultAt(recording.setup.system, frame);
  if (fault !== undefined) return { kind: "broken", words: faultInWords(fault) };
  const { asleep, runnable, nextTime } = frame.state as {
    readonly asleep?: string | null;
    readonly runnable?: readonly string[];
    readonly nextTime?: number | null;
  };
  if (typeof asleep === "string") return { kind: "asleep", words: asleep };
  if (runnable?.length === 0 && nextTime === null) return { kind: "over", words: "nobody can move any more" };
  return undefined;
}
