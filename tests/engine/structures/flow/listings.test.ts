import { expect, test } from "vitest";
import {
  CircuitBreaker,
  CoDel,
  CongestionWindow,
  type Detail,
  DriftEstimate,
  HandOver,
  Kernel,
  LaneChoice,
  PartitionReader,
  Random,
  type Trace,
} from "../../../../src/engine/index.ts";
import { buildListing } from "../../../../src/tools/vite/listing/build-listing.ts";
import { askPython, hasPython, twinFile } from "../python.ts";

const names = [
  "ring-buffer",
  "overwriting-ring-buffer",
  "flow/co-del",
  "flow/circuit-breaker",
  "flow/congestion-window",
  "flow/drift-estimate",
  "flow/hand-over",
  "flow/lane-choice",
  "log/partition-reader",
];

/** Calls of one structure, by the name that its methods have in Python. */
interface Script {
  readonly structure: string;
  readonly made: readonly number[];
  readonly calls: readonly (readonly [method: string, ...values: (number | boolean | string)[]])[];
  /** What those around the structure answer, one after the other. */
  readonly answers: readonly (boolean | string)[];
}

const driver = `
from types import SimpleNamespace as Thing
for run in asked["runs"]:
    heard = []
    def listen(mark, **detail): heard.append([mark, detail])
    answers = iter(run["answers"])
    def say(what, *values):
        heard.append([what, {"values": list(values)}])
        return next(answers)
    room = lambda name: Thing(put=lambda item: say(name, item), not_full=Thing(wait=lambda patience: ("wait", patience)))
    guard = Thing(admit=lambda: say("admit"), patience=50, failed=lambda admission: say("failed", admission))
    around = {"HandOver": lambda: [room("put"), lambda: guard], "LaneChoice": lambda: [room("one"), room("two")]}
    made = globals()[run["structure"]](*around.get(run["structure"], lambda: run["made"])())
    made.trace = listen
    for method, *values in run["calls"]:
        if method == "keep_apart":
            made.keeps_apart = values[0]
            continue
        if method == "dequeue":
            now, waited, size = values
            queue = Thing(take=lambda: Thing(joined=now - waited), size=size)
            result = made.dequeue(now, queue, 40, 100, lambda packet: heard.append(["dropped", {}])).joined
        elif method == "give":
            process, woken = made.give(*values), None
            try:
                while True:
                    heard.append(["yield", {"patience": process.send(woken)[1]}])
                    woken = next(answers)
            except StopIteration as end:
                result = end.value
        elif method == "join":
            result = made.join(*values)[1]
        else:
            result = getattr(made, method)(*values)
        heard.append(["return", {"result": result}])
    told.append(heard)
`;

const random = new Random(7);
const some = <T>(count: number, one: (i: number) => T) => Array.from({ length: count }, (_, i) => one(i));
const flag = () => random.whole(0, 1) === 1;

const scripts: readonly Script[] = some(20, () => [
  {
    structure: "CoDel",
    made: [],
    calls: some(
      200,
      (i) => ["dequeue", i * 20, i % 90 > 60 ? random.whole(0, 60) : 45 + i, random.whole(0, 9)] as const,
    ),
    answers: [],
  },
  {
    structure: "CircuitBreaker",
    made: [3, 100],
    calls: some(80, (i) =>
      flag()
        ? (["admit", i * 10] as const)
        : (["report", random.whole(0, 2) === 0, flag() ? "pass" : "probe", i * 10] as const),
    ),
    answers: [],
  },
  {
    structure: "CongestionWindow",
    made: [],
    calls: some(80, (i) => {
      const kind = random.whole(0, 9);
      if (kind === 0) return ["timed_out", i] as const;
      return kind === 1 ? (["lost", i, i + 3] as const) : (["acknowledged", i] as const);
    }),
    answers: [],
  },
  {
    structure: "DriftEstimate",
    made: [40],
    calls: some(100, (i) =>
      i % 2 === 0
        ? (["note", i * 20, i * 21 + random.whole(0, 9)] as const)
        : (["speed", random.whole(-9, 9)] as const),
    ),
    answers: [],
  },
  {
    structure: "PartitionReader",
    made: [random.whole(1, 6)],
    calls: some(80, (i) => {
      const kind = random.whole(0, 5);
      if (kind === 0) return ["reset_to_earliest"] as const;
      return kind < 3 ? (["read"] as const) : (["append", i] as const);
    }),
    answers: [],
  },
  {
    structure: "LaneChoice",
    made: [],
    calls: some(40, (i) =>
      i % 5 === 0 ? (["keep_apart", flag()] as const) : (["join", i, flag()] as const),
    ),
    answers: some(40, flag),
  },
  ...["pass", "probe"].map(
    (admission): Script => ({
      structure: "HandOver",
      made: [],
      calls: [["give", 1]],
      // Tries, finds no room and waits, some times over; then there is room, or it is refused.
      answers: [
        ...some(random.whole(0, 4), () => {
          const woken = flag();
          return [admission, false, woken, ...(!woken || admission === "probe" ? [true] : [])];
        }).flat(),
        ...(flag() ? [admission, true] : ["refuse"]),
      ],
    }),
  ),
]).flat();

type Heard = [string, Detail][];

function heardOf({ structure, made, calls, answers }: Script): Heard {
  const heard: Heard = [];
  const rest = [...answers];
  const trace: Trace = (mark, detail = {}) => heard.push([mark, detail]);
  const say = (what: string, ...values: (number | string)[]) => {
    heard.push([what, { values }]);
    return rest.shift();
  };
  const room = (name: string) => ({ put: (item: number) => say(name, item) === true });
  const [first = 0, second = 0] = made;
  const makers: { readonly [name: string]: () => (...values: never[]) => unknown } = {
    CoDel: () => {
      const coDel = traced(new CoDel<{ joined: number }>());
      return (_: string, now: number, waited: number, size: number) =>
        coDel.dequeue(
          now,
          { take: () => ({ joined: now - waited }), size },
          { target: 40, interval: 100 },
          () => heard.push(["dropped", {}]),
        )?.joined;
    },
    LaneChoice: () => {
      const choice = traced(new LaneChoice(room("one"), room("two")));
      return (method: string, value: number & boolean, isSlow: boolean) => {
        if (method === "join") return choice.join(value, isSlow).accepted;
        choice.keepsApart = value;
        return NOTHING;
      };
    },
    HandOver: () => {
      const notFull = new Kernel().condition("not full");
      const guard = {
        admit: () => say("admit") as "pass" | "probe" | "refuse",
        patience: 50,
        failed: (admission: string) => void say("failed", admission),
      };
      const handOver = traced(new HandOver({ ...room("put"), notFull }, () => guard));
      return (_: string, item: number) => {
        const process = handOver.give(item);
        let step = process.next(true);
        while (!step.done) {
          heard.push(["yield", { patience: step.value.for === "condition" ? step.value.timeout : null }]);
          step = process.next(rest.shift() === true);
        }
        return step.value;
      };
    },
    CircuitBreaker: () => byName(traced(new CircuitBreaker(first, second))),
    CongestionWindow: () => byName(traced(new CongestionWindow())),
    DriftEstimate: () => byName(traced(new DriftEstimate(first))),
    PartitionReader: () => byName(traced(new PartitionReader<number>(first))),
  };
  const call = makers[structure]?.() as (...values: unknown[]) => unknown;

  function traced<T extends { trace: Trace | undefined }>(one: T): T {
    one.trace = trace;
    return one;
  }

  for (const values of calls) {
    const result = call(...values);
    if (result !== NOTHING) heard.push(["return", { result: (result ?? null) as Detail[string] }]);
  }
  return JSON.parse(JSON.stringify(heard));
}

/** What is no call of the structure's own. */
const NOTHING = Symbol("nothing");

function byName(made: object) {
  return (method: string, ...values: unknown[]): unknown => {
    const name = method.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const own: unknown = Reflect.get(made, name);
    if (typeof own !== "function") throw new Error(`no method ${name}`);
    return own.apply(made, values);
  };
}

test.runIf(hasPython)(
  "the Python twins make the same marks, with the same particulars and results",
  () => {
    const told = askPython(names, driver, { runs: scripts });
    for (const [i, script] of scripts.entries())
      expect(told[i], JSON.stringify(script)).toEqual(heardOf(script));
  },
  60_000,
);

test("the runs come to every mark", async () => {
  for (const name of names.slice(2)) {
    const { listing } = await buildListing(twinFile(name).replace(/\.py$/, ".ts"));
    const heard = scripts
      .filter(({ structure }) => structure === listing.structure)
      .flatMap((script) => heardOf(script).map(([mark]) => mark));
    const marks = Object.values(listing.languages[0]?.methods ?? {}).flatMap((method) =>
      Object.keys(method.marks),
    );
    expect(heard).toEqual(expect.arrayContaining(marks));
    expect(listing.languages.map(({ language }) => language)).toEqual(["typescript", "python"]);
  }
});
