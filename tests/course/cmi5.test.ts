import { afterEach, beforeEach, expect, test } from "vitest";
import { Cmi5Lms } from "../../src/course/lms/cmi5/cmi5-lms.ts";
import type { Sitting } from "../../src/course/sitting.ts";
import { LAUNCH_DATA, LrsServer, type Stored } from "./lrs-server.ts";
import { CHOICE_RIGHT, CHOICE_WRONG, SLOT_RIGHT, shelf, sittingWith, studyAll } from "./tiny-course.ts";

const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
const SESSION = "https://w3id.org/xapi/cmi5/context/extensions/sessionid";
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";

let lrs: LrsServer;
beforeEach(async () => {
  lrs = new LrsServer();
  lrs.documents.set("LMS.LaunchData", LAUNCH_DATA);
  await lrs.listen();
});
afterEach(() => lrs.close());

async function sit(tab = shelf(), browser = shelf()): Promise<Sitting> {
  const sitting = sittingWith(new Cmi5Lms(lrs.launch(), tab), browser, tab);
  await sitting.delivery.now();
  return sitting;
}

/** Have it told, and wait until it is. */
async function told(sitting: Sitting): Promise<void> {
  await expect
    .poll(() => sitting.delivery.now().then(() => sitting.delivery.link.getState().told), WAIT)
    .toBe(true);
}
const WAIT = { timeout: 30_000, interval: 10 };
const verbs = () => lrs.verbs;
const statement = (verb: string) =>
  lrs.statements.find(({ verb: { id } }) => id.endsWith(`/${verb}`)) as Stored;

test("a whole sitting is told in the order and the shape that cmi5 wants", async () => {
  const sitting = await sit();
  studyAll(sitting);
  await told(sitting);
  sitting.leave();
  await expect.poll(verbs, WAIT).toContain("terminated");
  expect(verbs()).toEqual(["initialized", "answered", "answered", "completed", "passed", "terminated"]);
  const times = lrs.statements.map(({ timestamp }) => timestamp);
  expect(times).toEqual([...times].sort());
  for (const { context, actor } of lrs.statements) {
    expect(actor).toEqual({ objectType: "Agent", account: { homePage: "https://lms.example", name: "ada" } });
    expect(context).toMatchObject({
      registration: "1f9b4ad4-4e41-4c5a-9c2d-2d5c0b7f9a11",
      contextActivities: { grouping: [{ id: "urn:uuid:publisher" }] },
      extensions: { [SESSION]: "session-1" },
    });
  }
  const categories = (verb: string) => statement(verb).context.contextActivities as { category?: object[] };
  expect(categories("initialized").category).toEqual([{ id: `${CATEGORY}cmi5` }]);
  expect(categories("completed").category).toEqual([{ id: `${CATEGORY}cmi5` }, { id: `${CATEGORY}moveon` }]);
  expect(categories("answered").category).toBeUndefined();
  expect(statement("initialized").result).toBeUndefined();
  expect(statement("completed").result).toEqual({ completion: true, duration: "PT5S" });
  expect(statement("passed").result).toEqual({
    success: true,
    score: { scaled: 1, raw: 2, min: 0, max: 2 },
    duration: "PT5S",
  });
  expect(statement("passed").context.extensions).toMatchObject({ [MASTERY]: 0.8 });
  expect(statement("terminated").result).toEqual({ duration: "PT5S" });
  expect(statement("answered")).toMatchObject({
    object: { id: "https://lms.example/activities/7/questions/ring/3" },
    result: { response: "slot 1", success: true },
  });
  expect(sitting.store.getState().returnTo).toBe("https://lms.example/course");
});

test("the token is fetched once, and the learner's preferences are asked for", async () => {
  const tab = shelf();
  await sit(tab);
  const again = await sit(tab);
  expect(lrs.tokens).toBe(1);
  expect(again.delivery.link.getState().kind).toBe("open");
  expect(
    lrs.asked.some(
      ({ path, query }) =>
        path.endsWith("agents/profile") && query.get("profileId") === "cmi5LearnerPreferences",
    ),
  ).toBe(true);
  // It is the same sitting, of a page that was loaded again.
  expect(verbs()).toEqual(["initialized"]);
});

test("a learner who comes back goes on, and nothing that may be said once is said again", async () => {
  const first = await sit();
  first.at("ring", 2);
  first.seen("ring", 0);
  studyAll(first);
  await told(first);
  first.leave();
  await expect.poll(verbs, WAIT).toContain("terminated");
  const before = verbs().length;
  lrs.tokens = 0;
  const second = await sit();
  expect(second.store.getState().result).toMatchObject({ complete: true, passed: true });
  await told(second);
  second.leave();
  await expect.poll(() => verbs().length, WAIT).toBe(before + 2);
  expect(verbs().slice(before)).toEqual(["initialized", "terminated"]);
});

test("who has failed is told so at the end of the sitting, and may pass in the next", async () => {
  const first = await sit();
  studyAll(first, CHOICE_WRONG);
  await told(first);
  expect(verbs()).not.toContain("failed");
  first.leave();
  await expect.poll(verbs, WAIT).toContain("terminated");
  expect(verbs().slice(-2)).toEqual(["failed", "terminated"]);
  expect(statement("failed").result).toMatchObject({ success: false, score: { scaled: 0.5 } });
  lrs.tokens = 0;
  const second = await sit();
  second.answered(
    new Map([
      ["ring/3", SLOT_RIGHT],
      ["overwrite/1", CHOICE_RIGHT],
    ]),
  );
  await told(second);
  expect(verbs().slice(-2)).toEqual(["answered", "passed"]);
});

test("progress is told in steps of some per cent", async () => {
  const sitting = await sit();
  sitting.seen("ring", 0);
  await told(sitting);
  sitting.seen("ring", 1);
  await told(sitting);
  expect(verbs()).toEqual(["initialized", "progressed", "progressed"]);
  expect(lrs.statements[2]?.result).toEqual({
    extensions: { "https://w3id.org/xapi/cmi5/result/extensions/progress": 33 },
  });
});

test.each(["Browse", "Review"])("in %s mode only the beginning and the end are told", async (launchMode) => {
  lrs.documents.set("LMS.LaunchData", { ...LAUNCH_DATA, launchMode });
  const sitting = await sit();
  studyAll(sitting);
  sitting.leave();
  await expect.poll(verbs, WAIT).toEqual(["initialized", "terminated"]);
  expect([...lrs.documents.keys()]).toEqual(["LMS.LaunchData"]);
});

test("a store that fails is told everything when it is well again, each thing once", async () => {
  const sitting = await sit();
  lrs.fails = 503;
  studyAll(sitting);
  await expect
    .poll(() => sitting.delivery.link.getState(), WAIT)
    .toMatchObject({
      kind: "silent",
      problem: "it answers with error 503",
    });
  lrs.fails = undefined;
  await told(sitting);
  expect(verbs()).toEqual(["initialized", "answered", "answered", "completed", "passed"]);
});

test("a store whose answer is lost on the way has nothing twice", async () => {
  const sitting = await sit();
  lrs.mute = true;
  studyAll(sitting);
  await expect
    .poll(() => sitting.delivery.link.getState(), WAIT)
    .toMatchObject({ problem: "it cannot be reached" });
  lrs.mute = false;
  await told(sitting);
  expect(verbs()).toEqual(["initialized", "answered", "answered", "completed", "passed"]);
});

test("a sitting that the store has ended is said to be over", async () => {
  const sitting = await sit();
  lrs.fails = 403;
  studyAll(sitting);
  await expect
    .poll(() => sitting.delivery.link.getState(), WAIT)
    .toMatchObject({
      kind: "over",
      problem: "it says that this sitting is over",
    });
});

test("a page that no system launched says what is missing", async () => {
  const sitting = sittingWith(new Cmi5Lms("?endpoint=x", undefined));
  await sitting.delivery.now();
  expect(sitting.delivery.link.getState()).toMatchObject({
    kind: "over",
    problem: "its address gives no fetch",
  });
});
