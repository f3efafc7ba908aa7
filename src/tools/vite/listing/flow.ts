import type { ESTree } from "vite";
import { calledMethod, makesMarks } from "./called-methods.ts";
import { type LockCall, lockCall } from "./lock-call.ts";
import type { SourceMethod, StructureSource } from "./structure-source.ts";
import { markOf } from "./trace-call.ts";
import { childrenOf } from "./walk.ts";

/** A statement, or a call of a lock, at which a frame may stand. */
export interface FlowSite {
  readonly mark: string;
  readonly statement: ESTree.Node;
  readonly method: SourceMethod;
  readonly next: ReadonlySet<FlowSite>;
}

/** What the code may come to first, and every site it has, in the order in which the code was gone through. */
export interface Flow {
  readonly first: ReadonlySet<FlowSite>;
  readonly sites: readonly FlowSite[];
}

/** Follow the code of a method, and of what it calls, from each site to those it may come to next. */
export function flowOf(method: SourceMethod, structure: StructureSource): Flow {
  const walker = new Walker(structure);
  walker.enter(method);
  return { first: walker.start.next, sites: [...walker.sites.values()] };
}

interface Origin {
  readonly next: Set<OpenSite>;
}

interface OpenSite extends FlowSite, Origin {
  readonly next: Set<OpenSite>;
}

/** Where the code may be coming from. */
type From = ReadonlySet<Origin>;

const NOWHERE: From = new Set();

const union = (...sets: From[]): From => new Set(sets.flatMap((set) => [...set]));

class Walker {
  readonly sites = new Map<string, OpenSite>();
  readonly start: Origin = { next: new Set() };
  readonly #structure: StructureSource;
  readonly #calls: { readonly method: SourceMethod; returns: From }[] = [];
  readonly #breakable: { breaks: From; continues: From }[] = [];

  constructor(structure: StructureSource) {
    this.#structure = structure;
  }

  enter(method: SourceMethod): void {
    this.#calls.push({ method, returns: NOWHERE });
    this.#all(method.body.body, new Set([this.start]));
  }

  get #call() {
    return this.#calls.at(-1) as { readonly method: SourceMethod; returns: From };
  }

  /** Go through statements one after the other; gives where the code may be when they are done. */
  #all(statements: readonly ESTree.Node[], from: From): From {
    return statements.reduce((at, statement) => this.#visit(statement, at), from);
  }

  #visit(node: ESTree.Node, from: From): From {
    switch (node.type) {
      case "ExpressionStatement": {
        const mark = markOf(node, this.#call.method);
        return mark === undefined ? this.#inside(node, from) : this.#arrive(mark, node, from);
      }
      case "ReturnStatement":
      case "ThrowStatement":
        return this.#leave(node, this.#inside(node, from));
      case "IfStatement": {
        const tested = this.#visit(node.test, from);
        const otherwise = node.alternate === null ? tested : this.#visit(node.alternate, tested);
        return union(this.#visit(node.consequent, tested), otherwise);
      }
      case "WhileStatement":
      case "DoWhileStatement":
      case "ForStatement":
      case "ForOfStatement":
      case "ForInStatement":
        return this.#loop(node, from);
      case "SwitchStatement":
        return this.#switch(node, from);
      case "TryStatement":
        return this.#try(node, from);
      case "BreakStatement":
      case "ContinueStatement": {
        const around = this.#breakable.at(-1);
        if (around === undefined) return NOWHERE;
        if (node.type === "BreakStatement") around.breaks = union(around.breaks, from);
        else around.continues = union(around.continues, from);
        return NOWHERE;
      }
      case "CallExpression":
        return this.#callee(node, this.#inside(node, from));
      default:
        return this.#inside(node, from);
    }
  }

  #inside(node: ESTree.Node, from: From): From {
    return this.#all(childrenOf(node), from);
  }

  #arrive(mark: string, statement: ESTree.Node, from: From): From {
    const { method } = this.#call;
    const key = `${method.file} ${statement.start} ${mark}`;
    const site: OpenSite = this.sites.get(key) ?? { mark, statement, method, next: new Set() };
    this.sites.set(key, site);
    for (const before of from) before.next.add(site);
    return new Set([site]);
  }

  /** Only what ends the operation itself makes a frame; a method called on the way just goes on. */
  #leave(node: ESTree.ReturnStatement | ESTree.ThrowStatement, from: From): From {
    if (this.#calls.length > 1 && node.type === "ReturnStatement") {
      this.#call.returns = union(this.#call.returns, from);
    } else this.#arrive(node.type === "ReturnStatement" ? "return" : "throw", node, from);
    return NOWHERE;
  }

  #loop(node: ESTree.Node & { readonly body: ESTree.Statement }, from: From): From {
    const around = { breaks: NOWHERE, continues: NOWHERE };
    this.#breakable.push(around);
    let at = from;
    // Twice, so that the last site of the body leads on to its first.
    for (let round = 0; round < 2; round++) at = union(at, this.#inside(node, at), around.continues);
    this.#breakable.pop();
    return union(at, around.breaks);
  }

  #switch({ discriminant, cases }: ESTree.SwitchStatement, from: From): From {
    const around = { breaks: NOWHERE, continues: NOWHERE };
    this.#breakable.push(around);
    const chosen = this.#visit(discriminant, from);
    const last = cases.reduce((at, { consequent }) => this.#all(consequent, union(chosen, at)), chosen);
    this.#breakable.pop();
    const outer = this.#breakable.at(-1);
    if (outer !== undefined) outer.continues = union(outer.continues, around.continues);
    return union(chosen, last, around.breaks);
  }

  #try({ block, handler, finalizer }: ESTree.TryStatement, from: From): From {
    const before = new Set(this.sites.values());
    const done = this.#visit(block, from);
    const within: From = new Set([...this.sites.values()].filter((site) => !before.has(site)));
    const caught = handler === null ? NOWHERE : this.#visit(handler.body, union(from, within));
    const ended = union(done, caught);
    if (finalizer === null) return ended;
    // Without a handler, whatever leaves the block, by a throw or a return, passes through here.
    if (handler === null) this.#visit(finalizer, union(from, within));
    return this.#visit(finalizer, ended);
  }

  #callee(node: ESTree.CallExpression, from: From): From {
    const lock = lockCall(node);
    if (lock !== undefined) return this.#lock(lock, node, from);
    const called = calledMethod(node, this.#call.method, this.#structure);
    const nested = called !== undefined && this.#calls.some(({ method }) => method === called);
    if (called === undefined || nested || !makesMarks(called, this.#structure)) return from;
    this.#calls.push({ method: called, returns: NOWHERE });
    const end = this.#all(called.body.body, from);
    const { returns } = this.#call;
    this.#calls.pop();
    return union(end, returns);
  }

  #lock(call: LockCall, node: ESTree.Node, from: From): From {
    if (call === "release") return this.#arrive("release", node, from);
    const asleep = call === "acquire" ? from : this.#arrive("wait", node, from);
    if (call === "sleep") return asleep;
    const out = this.#arrive("locked-out", node, asleep);
    this.#arrive("locked-out", node, out);
    return this.#arrive("lock", node, union(asleep, out));
  }
}
