import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LanesState, ThreadState } from "../../src/engine/systems/lanes/lanes-state.ts";
import type { Mark } from "../../src/stage/mark.ts";
import { sample } from "../../src/stage/sample.ts";
import { view } from "../../src/views/lanes/view.ts";
import { lanesRun, scenes } from "./lanes-runs.ts";
import { madeUp, pictureOf } from "./lanes-states.ts";
import { faults, shares, panes as usual } from "./overlaps.ts";

const panes = [
  ...usual,
  { width: 960, height: 150 },
  { width: 250, height: 190 },
  { width: 390, height: 300 },
  { width: 390, height: 700 },
  { width: 768, height: 900 },
  { width: 2400, height: 700 },
];
const wide = { width: 960, height: 560 };
const names = Object.keys(scenes);

describe("the lanes", () => {
  it.each(names)("%s: no text overlaps or is clipped, also in mid-animation", (name) => {
    fc.assert(
      fc.property(lanesRun(name, 8), fc.constantFrom(...panes), (run, size) => {
        const layouts = run.map((picture) => view.layout(picture, size));
        layouts.slice(1).forEach((to, index) => {
          for (const t of shares) {
            const found = faults(sample(layouts[index] ?? to, to, t), size);
            expect(found, `move ${index}, t = ${t}, ${size.width}×${size.height}`).toEqual([]);
          }
        });
      }),
      { numRuns: name === "crowd" ? 6 : 15 },
    );
  });

  it("has room for every mixture of states", () => {
    const states = fc.record({
      producers: fc.oneof(fc.nat(8), fc.constantFrom(16, 40, 200)),
      consumers: fc.oneof(fc.nat(8), fc.constantFrom(16, 40, 200)),
      capacity: fc.constantFrom(1, 2, 8, 12, 24, 25, 1000),
      share: fc.constantFrom(0, 0.4, 1),
      made: fc.constantFrom(9, 400, 60_000),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(states, fc.constantFrom(...panes), ({ share, ...wanted }, size) => {
        const state = madeUp({ ...wanted, size: Math.round(wanted.capacity * share) });
        expect(faults(view.layout(pictureOf(state), size), size)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it.each(names)("%s: says something new whenever the picture changes, in words that are right", (name) => {
    fc.assert(
      fc.property(lanesRun(name, 30), (run) => {
        run.slice(1).forEach((now, index) => {
          const before = run[index] ?? now;
          const [from, to] = [view.layout(before, wide), view.layout(now, wide)];
          const changed = sample(from, to, 0.5).some((mark, place) => mark !== from[place]);
          const said = view.describe(now);
          expect(said).not.toMatch(/NaN|undefined|\[object|Infinity/);
          if (changed) expect(said, `frame ${now.frame.index}`).not.toBe(view.describe(before));
        });
      }),
      { numRuns: 12 },
    );
  });

  it("shows each item once, under one key from the producer's hand to the consumer's", () => {
    fc.assert(
      fc.property(lanesRun("small", 60), (run) => {
        for (const picture of run) {
          const { threads, queue, leaving } = picture.frame.state;
          const there = new Set<number>();
          for (const { item } of threads) if (item !== null) there.add(item.id);
          for (const item of queue.slots) if (item !== null) there.add(item.id);
          if (leaving !== null) there.add(leaving.item.id);
          const drawn = view
            .layout(picture, wide)
            .flatMap(({ key }) => (key.startsWith("item:") ? [key] : []));
          expect(drawn.sort()).toEqual([...there].map((id) => `item:${id}`).sort());
        }
      }),
      { numRuns: 40 },
    );
  });

  it("draws an item that two have read and that is still in the queue as three marks, each with a key of its own", () => {
    const state = madeUp({ producers: 1, consumers: 2, capacity: 1, size: 1, seed: 1 });
    const item = state.queue.slots.at(state.queue.tail) ?? null;
    const threads = [...state.threads].reduce((all, thread, index) => {
      return all.with(index, thread.role === "consumer" ? { ...thread, item } : { ...thread, item: null });
    }, state.threads);
    const keys = view
      .layout(pictureOf({ ...state, threads }), wide)
      .flatMap(({ key, kind }) => (key.startsWith("item:") && kind === "pill" ? [key] : []));
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(3);
  });

  it("names an item by where it is", () => {
    fc.assert(
      fc.property(lanesRun("small", 60), (run) => {
        for (const picture of run) {
          const { threads, queue } = picture.frame.state;
          const marks = new Map(view.layout(picture, wide).map((mark) => [mark.key, mark.action?.name]));
          const oldest = queue.size === 0 ? null : queue.slots.at(queue.tail);
          if (oldest)
            expect(marks.get(`item:${oldest.id}`)).toBe(`${oldest.name}, in the queue, 1st from the front`);
          for (const { item, activity, name } of threads) {
            if (activity !== "processing" || item === null) continue;
            expect(marks.get(`item:${item.id}`)).toBe(`${item.name}, processed by ${name}`);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("lets every thread be chosen where they are few, and in a crowd whoever moved last", () => {
    fc.assert(
      fc.property(fc.constantFrom("small", "rows", "crowd"), fc.nat(), (name, seed) => {
        const [picture] = fc.sample(lanesRun(name, 2), { numRuns: 1, seed });
        if (picture === undefined) throw new Error("there is a run");
        for (const one of picture) {
          const { threads, moved } = one.frame.state;
          const marks = view.layout(one, { width: 960, height: 640 });
          const chosen = marks.flatMap(({ action }) => (action?.pick === "thread" ? [action.value] : []));
          expect(new Set(chosen).size).toBe(chosen.length);
          const all = [...threads];
          const few = ["producer", "consumer"].flatMap((role) => {
            const side = all.filter((thread) => thread.role === role);
            return side.length <= 16 ? side.map((thread) => thread.name) : [];
          });
          const due = moved === null ? few : [...few, moved];
          expect(chosen).toEqual(expect.arrayContaining(due));
        }
      }),
      { numRuns: 20 },
    );
  });

  it("says in the name of a thread what it is at and how long still", () => {
    const state = madeUp({ producers: 3, consumers: 3, capacity: 8, size: 8, seed: 4 });
    const names = view
      .layout(pictureOf(state), wide)
      .flatMap(({ action }) => (action?.pick === "thread" ? [action.name] : []));
    expect(names).toContain("P0 can move: checks whether the queue is full, A29 in its hand, holds the lock");
    expect(names).toContain("C0, waits on notEmpty, 62 of 100 ms left");
  });

  it("draws fewer marks than a page can bear, however many there are", () => {
    for (const size of panes) {
      for (const threads of [16, 200]) {
        const state = madeUp({
          producers: threads,
          consumers: threads,
          capacity: 100_000,
          size: 70_000,
          seed: 3,
        });
        expect(view.layout(pictureOf(state), size).length).toBeLessThan(400);
      }
    }
  });

  it("tells in words that the account does not add up", () => {
    const state = madeUp({ producers: 1, consumers: 1, capacity: 2, size: 1, seed: 1 });
    const wrong = { ...state, account: { ...state.account, consumed: state.account.consumed + 1, twice: 1 } };
    expect(view.describe(pictureOf(wrong))).toContain(
      "This does not add up: 1 too many. 1 item was taken twice.",
    );
    const texts = view.layout(pictureOf(wrong), wide).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["≠", "too many", "taken twice"]));
    expect(view.layout(pictureOf(state), wide).map(({ text }) => text)).not.toContain("≠");
  });

  it("leaves out what is not measured, the same from the first frame to the last", () => {
    const texts = (name: string): Set<string>[] =>
      fc
        .sample(lanesRun(name, 20), { numRuns: 5, seed: 7 })
        .flat()
        .map((picture) => new Set(view.layout(picture, wide).map(({ key }) => key)));
    for (const keys of texts("right")) {
      for (const key of ["depth:title", "latency:title", "account:late", "account:p50", "time"])
        expect(keys).not.toContain(key);
      expect(keys).toContain("account:waits");
    }
    for (const keys of texts("calls")) {
      expect(keys).toContain("depth:title");
      expect(keys).not.toContain("latency:title");
    }
    for (const keys of texts("small"))
      for (const key of ["depth:title", "latency:title", "account:late"]) expect(keys).toContain(key);
  });

  it("counts who closes the queue as nobody's producer, and says on its card what it is for", () => {
    const state = madeUp({ producers: 2, consumers: 1, capacity: 4, size: 1, seed: 2 });
    const closer = {
      ...(state.threads.at(0) as ThreadState),
      name: "X0",
      role: "closer",
      item: null,
    } as const;
    const picture = pictureOf({ ...state, threads: state.threads.push(closer) });
    const texts = view.layout(picture, wide).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(["2 producers", "X0 closes the queue"]));
  });

  it("keeps room for threads and slots in a small pane when much is wrong with the account", () => {
    const state = madeUp({ producers: 2, consumers: 2, capacity: 1, size: 1, made: 9, seed: 1 });
    const account = { ...state.account, dropped: 1, lost: 1, twice: 1, produced: state.account.produced + 1 };
    const size = { width: 250, height: 190 };
    const marks = view.layout(pictureOf({ ...state, account }), size);
    expect(faults(marks, size)).toEqual([]);
    expect(marks.filter(({ n }) => (n.h ?? 1) <= 0 || (n.w ?? 1) <= 0)).toEqual([]);
    expect(marks.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["account:produced", "account:off", "account:twice"]),
    );
  });

  it("keeps all terms of the account readable in a narrow pane, each with its sign before it", () => {
    const state = madeUp({ producers: 2, consumers: 2, capacity: 4, size: 1, seed: 2 });
    const account = { ...state.account, dropped: 1, lost: 1, produced: state.account.produced + 2 };
    for (const width of [250, 320, 390]) {
      const marks = view.layout(pictureOf({ ...state, account }), { width, height: 700 });
      const at = new Map(marks.map((mark) => [mark.key, mark]));
      const place = (key: string) => at.get(`account:${key}`)?.n ?? {};
      for (const id of ["produced", "offered", "queued", "inProcess", "consumed", "dropped", "lost"]) {
        const [label, number, sign] = [place(`${id}:label`), place(id), place(`${id}:sign`)];
        expect(at.get(`account:${id}:label`)?.text).not.toContain("…");
        expect(label.x).toBe(number.x);
        expect(label.y).toBeLessThan(number.y ?? 0);
        if (id === "produced") continue;
        expect(sign.y).toBe(number.y);
        expect(sign.x).toBeLessThan(number.x ?? 0);
        expect(number.x).toBeGreaterThan(place("produced").x ?? 0);
      }
    }
  });

  it("calls lost items bad only when code has lost them", () => {
    const state = madeUp({ producers: 1, consumers: 1, capacity: 2, size: 0, seed: 1 });
    const account = { ...state.account, lost: 1, produced: state.account.produced + 1 };
    const bad = (faults: Partial<LanesState["faults"]>) =>
      view
        .layout(pictureOf({ ...state, account, faults: { ...state.faults, ...faults } }), wide)
        .flatMap(({ key, style }) => (key.startsWith("account:") && /\bbad\b/.test(style) ? [key] : []));
    expect(bad({})).toEqual([]);
    expect(bad({ vanished: 1 })).toEqual(["account:vanished:label", "account:vanished"]);
  });

  it("changes all lines of what a thread is at, at the same time", () => {
    fc.assert(
      fc.property(lanesRun("no-lock", 20), (run) => {
        const layouts = run.map((picture) => view.layout(picture, { width: 740, height: 460 }));
        layouts.slice(1).forEach((to, index) => {
          const words = (marks: readonly Mark[]) =>
            marks
              .flatMap(({ key, text }) => (key.startsWith("doing:") && text !== "" ? [`${key} ${text}`] : []))
              .sort();
          const from = layouts[index] ?? to;
          expect(words(sample(from, to, 0.45))).toEqual(words(from));
          expect(words(sample(from, to, 0.55))).toEqual(words(to));
        });
      }),
      { numRuns: 30 },
    );
  });

  it("tells that everybody is asleep", () => {
    const state = madeUp({ producers: 2, consumers: 0, capacity: 2, size: 2, seed: 1 });
    const asleep = { ...state, asleep: "everyone is waiting on notFull: P0, P1" };
    for (const size of panes) {
      const alarm = view.layout(pictureOf(asleep), size).find(({ key }) => key === "asleep");
      expect(alarm?.text).toMatch(/^Everyone is waiting/);
    }
    expect(view.describe(pictureOf(asleep))).toContain("Everyone is waiting on notFull: P0, P1.");
  });
});
