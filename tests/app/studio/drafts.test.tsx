import { beforeEach, describe, expect, it } from "vitest";
import { fileNameOf, titleOf } from "../../../src/app/studio/drafts/draft.ts";
import { Drafts, type Drawer, type Kept } from "../../../src/app/studio/drafts/drafts.ts";

/** A store in memory that may be full. */
class Store implements Drawer {
  readonly items = new Map<string, string>();
  room = Number.POSITIVE_INFINITY;

  get length(): number {
    return this.items.size;
  }
  key(index: number): string | null {
    return [...this.items.keys()][index] ?? null;
  }
  getItem(name: string): string | null {
    return this.items.get(name) ?? null;
  }
  setItem(name: string, value: string): void {
    if (value.length > this.room) throw new DOMException("full", "QuotaExceededError");
    this.items.set(name, value);
  }
  removeItem(name: string): void {
    this.items.delete(name);
  }
}

let store: Store;
let time = 0;
const tab = (drawer: Drawer | undefined = store) => new Drafts(drawer, () => ++time);
const draftOf = (kept: Kept) => {
  if (kept.kind === "changed elsewhere") throw new Error("it was changed elsewhere");
  return kept.draft;
};

beforeEach(() => {
  store = new Store();
});

describe("drafts", () => {
  it("are there after a reload, with the cursor, the one changed last first", () => {
    const drafts = tab();
    const first = draftOf(drafts.add("a", "one"));
    drafts.add("b", "two");
    drafts.keep(first, "one and more", 5);
    expect(tab().list().drafts).toMatchObject([
      { id: "a", text: "one and more", cursor: 5 },
      { id: "b", text: "two", cursor: 0 },
    ]);
  });

  it("do not write over what another tab has written", () => {
    const draft = draftOf(tab().add("a", "one"));
    const [mine, theirs] = [tab(), tab()];
    theirs.keep(draft, "theirs", 0);
    const kept = mine.keep(draft, "mine", 0);
    expect(kept).toMatchObject({ kind: "changed elsewhere", theirs: { text: "theirs" } });
    expect(tab().read("a")?.text).toBe("theirs");
  });

  it("stay as the author decides when two tabs have written", () => {
    const draft = draftOf(tab().add("a", "one"));
    const other = draftOf(tab().keep(draft, "theirs", 0));
    const mine = draftOf(tab().insist(draft, "mine", 2));
    expect(tab().read("a")).toMatchObject({ text: "mine", cursor: 2 });
    expect(tab().keep(other, "theirs again", 0).kind).toBe("changed elsewhere");
    expect(tab().keep(mine, "mine again", 0).kind).toBe("kept");
  });

  it("do not come back by themselves when another tab has deleted them", () => {
    const draft = draftOf(tab().add("a", "one"));
    tab().remove("a");
    expect(tab().keep(draft, "more", 0)).toEqual({ kind: "changed elsewhere", theirs: undefined });
    expect(store.length).toBe(0);
  });

  it("can be deleted and put back", () => {
    const drafts = tab();
    const draft = draftOf(drafts.add("a", "one"));
    drafts.remove("a");
    expect(drafts.list().drafts).toEqual([]);
    drafts.putBack(draft);
    expect(tab().list().drafts).toMatchObject([{ id: "a", text: "one" }]);
  });

  it("last as long as the page when the store is full, keep what was kept, and are kept once there is room", () => {
    const drafts = tab();
    const draft = draftOf(drafts.add("a", "one"));
    store.room = 120;
    const kept = drafts.keep(draft, "x".repeat(500), 0);
    expect(kept).toMatchObject({ kind: "not kept", why: "full" });
    expect(drafts.read("a")?.text).toHaveLength(500);
    expect(tab().read("a")?.text).toBe("one");
    store.room = 10_000;
    expect(drafts.keep(draftOf(kept), "x".repeat(501), 0).kind).toBe("kept");
    expect(tab().read("a")?.text).toHaveLength(501);
  });

  it("last as long as the page where the browser keeps nothing", () => {
    const drafts = tab(undefined as unknown as Drawer);
    const blocked = new Drafts(undefined, () => 0);
    expect(drafts.list().drafts).toEqual([]);
    const kept = blocked.add("a", "one");
    expect(kept).toMatchObject({ kind: "not kept", why: "blocked" });
    expect(blocked.keep(draftOf(kept), "two", 1)).toMatchObject({ kind: "not kept" });
    expect(blocked.list().drafts).toMatchObject([{ text: "two", cursor: 1 }]);
  });

  it("that cannot be read are left as they are and told of", () => {
    const damaged = [
      '{"version":1,"value":{"text":',
      '{"version":2,"value":{"text":"new"}}',
      "null",
      '"x"',
      '{"version":1,"value":{"text":7}}',
    ];
    for (const [index, kept] of damaged.entries())
      store.items.set(`invisible-linked-list/draft/${index}`, kept);
    store.items.set("invisible-linked-list/settings", "{}");
    const { drafts, unreadable } = tab().list();
    expect(drafts).toEqual([]);
    expect(unreadable.map(({ kept }) => kept)).toEqual(damaged);
    expect([...store.items.values()].slice(0, 5)).toEqual(damaged);
  });

  it("with a foolish cursor or time are read all the same", () => {
    store.items.set(
      "invisible-linked-list/draft/a",
      '{"version":1,"value":{"text":"abc","cursor":99,"changed":-1,"revision":"x"}}',
    );
    expect(tab().read("a")).toEqual({ id: "a", text: "abc", cursor: 0, changed: 0, revision: 1 });
  });
});

describe("a draft's name", () => {
  it.each([
    ["---\ntitle: Rings and more\nslug: rings\n---\n", "Rings and more", "rings.md"],
    ['---\ntitle: "Rings: two"\n---\n', "Rings: two", "rings-two.md"],
    ["title: not in a head", "Without a title", "without-a-title.md"],
    ["", "Without a title", "without-a-title.md"],
    ["---\ntitle: ../../etc/passwd\nslug: ../x\n---\n", "../../etc/passwd", "etc-passwd.md"],
  ])("%j is “%s” in %s", (text, title, file) => {
    expect(titleOf(text)).toBe(title);
    expect(fileNameOf(text)).toBe(file);
  });
});
