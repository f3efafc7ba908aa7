import { Scorm12API, Scorm2004API } from "scorm-again";
import { beforeEach, describe, expect, test } from "vitest";
import type { Answered, Report } from "../../src/course/lms/lms.ts";
import { ScormLms } from "../../src/course/lms/scorm/scorm-lms.ts";
import { scorm12 } from "../../src/course/lms/scorm/scorm12.ts";
import { scorm2004 } from "../../src/course/lms/scorm/scorm2004.ts";
import { ALL_SEEN, CHOICE_RIGHT, CHOICE_WRONG, recordOf, reportOf, SLOT_RIGHT } from "./tiny-course.ts";

// Against a run-time library that systems use themselves.

const QUIET = { logLevel: "NONE", autocommit: false } as const;

interface Frame {
  API?: unknown;
  API_1484_11?: unknown;
}

/** A course's window in a system's. */
function windowIn(frame: Frame): Window {
  const top: Frame & { parent?: unknown; opener: null } = Object.assign(frame, { opener: null });
  top.parent = top;
  return { parent: top, top, opener: null } as unknown as Window;
}

const ANSWERED: readonly Answered[] = [
  { key: "ring/3", question: "Where?", kind: "number", options: [], given: "slot 1", right: true },
  {
    key: "overwrite/1",
    question: "Who goes?",
    kind: "choice",
    options: ["“A goes”", "“B goes”"],
    given: "“A goes”",
    right: false,
  },
  { key: "ring/2/exercise", question: "", kind: "text", options: [], given: "5 of 5 moves", right: true },
];

const NONE = recordOf({ seen: new Map([["ring", new Set([0, 1])]]), step: 1 });
const PASSED = recordOf({
  seen: ALL_SEEN,
  answers: new Map([
    ["ring/3", SLOT_RIGHT],
    ["overwrite/1", CHOICE_RIGHT],
  ]),
});
const FAILED = recordOf({
  seen: ALL_SEEN,
  answers: new Map([
    ["ring/3", SLOT_RIGHT],
    ["overwrite/1", CHOICE_WRONG],
  ]),
});

/** Fields of the interactions that a system was told of; in SCORM 1.2 they cannot be read through its own functions. */
function interactionsOf(api: Scorm12API | Scorm2004API, fields: readonly string[]): readonly unknown[][] {
  const told: readonly Record<string, unknown>[] = JSON.parse(
    JSON.stringify(api.cmi.interactions.childArray),
  );
  return told.map((interaction) => fields.map((field) => interaction[field]));
}

const report = (record = NONE, change: Partial<Report> = {}) => reportOf(record, change);

describe("SCORM 1.2", () => {
  let api: Scorm12API;
  let frame: Frame;
  let lms: ScormLms;
  const value = (element: string) => api.getCMIValue(element);
  beforeEach(() => {
    api = new Scorm12API(QUIET);
    api.cmi.core.student_id = "ada";
    frame = { API: api };
    lms = new ScormLms(scorm12, windowIn(frame));
  });

  test("tells of the place, the time and what is kept, and that it goes on", async () => {
    expect(await lms.open()).toEqual({ mode: "normal", learner: "ada", kept: "" });
    expect(await lms.tell(report())).toEqual([]);
    expect(value("cmi.suspend_data")).toBe("kept");
    expect(value("cmi.core.lesson_location")).toBe("ring/2");
    expect(value("cmi.core.lesson_status")).toBe("incomplete");
    expect(api.cmi.core.score.raw).toBe("0");
    const told = JSON.stringify(api.renderCMIToJSONObject());
    expect(told).toContain('"session_time":"01:02:03"');
    expect(told).toContain('"exit":"suspend"');
  });

  test.each([
    [PASSED, "passed", "100"],
    [FAILED, "failed", "50"],
  ])("tells how it ended (%#)", async (record, status, raw) => {
    await lms.open();
    await lms.tell(report(record));
    expect(value("cmi.core.lesson_status")).toBe(status);
    expect(value("cmi.core.score.raw")).toBe(raw);
    expect(value("cmi.core.score.max")).toBe("100");
  });

  test("tells of each answer once", async () => {
    await lms.open();
    await lms.tell(report(FAILED, { answered: ANSWERED.slice(0, 1) }));
    await lms.tell(report(FAILED, { answered: ANSWERED }));
    expect(interactionsOf(api, ["id", "type", "student_response", "result"])).toEqual([
      ["ring-3", "numeric", "1", "correct"],
      ["overwrite-1", "choice", "a", "wrong"],
      ["ring-2-exercise", "fill-in", "5 of 5 moves", "correct"],
    ]);
  });

  test("goes on where another sitting ended, and ends its own", async () => {
    await lms.open();
    await lms.tell(report(NONE, { kept: "what was kept" }));
    expect(lms.leave(report(NONE, { kept: "what is kept" }))).toBe(true);
    expect(api.currentState).toBe(2);
    const next = new Scorm12API(QUIET);
    next.loadFromJSON({ suspend_data: value("cmi.suspend_data") }, "");
    expect((await new ScormLms(scorm12, windowIn({ API: next })).open()).kept).toBe("what is kept");
  });

  test.each(["review", "browse"] as const)("in %s mode nothing that counts is told", async (mode) => {
    api.cmi.core.lesson_mode = mode;
    expect((await lms.open()).mode).toBe(mode);
    await lms.tell(report(PASSED, { answered: ANSWERED }));
    expect(value("cmi.core.lesson_status")).toBe("not attempted");
    expect(api.cmi.core.score.raw).toBe("");
    expect(value("cmi.suspend_data")).toBe("");
    expect(api.cmi.interactions.childArray).toHaveLength(0);
  });

  test("a system's own mastery score is heeded", async () => {
    api.cmi.student_data.mastery_score = "60";
    expect((await lms.open()).mastery).toBe(0.6);
  });

  test("a session that is open already is used", async () => {
    api.lmsInitialize();
    expect((await lms.open()).learner).toBe("ada");
  });

  test("where there is no system, that is said", async () => {
    frame.API = undefined;
    await expect(lms.open()).rejects.toThrow("it is not there");
  });

  test("a system that went away and came back is begun again", async () => {
    await lms.open();
    frame.API = undefined;
    await expect(lms.tell(report())).rejects.toThrow("it is not there");
    api = new Scorm12API(QUIET);
    frame.API = api;
    await lms.tell(report());
    expect(value("cmi.suspend_data")).toBe("kept");
  });
});

describe("SCORM 2004", () => {
  let api: Scorm2004API;
  let frame: Frame;
  let lms: ScormLms;
  const value = (element: string) => api.getCMIValue(element);
  beforeEach(() => {
    api = new Scorm2004API(QUIET);
    api.cmi.learner_id = "ada";
    frame = { API_1484_11: api };
    lms = new ScormLms(scorm2004, windowIn(frame));
  });

  test("tells of progress, place and time, and that it goes on", async () => {
    expect(await lms.open()).toEqual({ mode: "normal", learner: "ada", kept: "" });
    expect(await lms.tell(report())).toEqual([]);
    expect(value("cmi.progress_measure")).toBe("0.3333");
    expect(value("cmi.location")).toBe("ring/2");
    expect(value("cmi.completion_status")).toBe("incomplete");
    expect(value("cmi.success_status")).toBe("unknown");
    const told = JSON.stringify(api.renderCMIToJSONObject());
    expect(told).toContain('"session_time":"PT1H2M3.4S"');
    expect(told).toContain('"exit":"suspend"');
  });

  test.each([
    [PASSED, "passed", "1"],
    [FAILED, "failed", "0.5"],
  ])("tells how it ended (%#)", async (record, success, scaled) => {
    await lms.open();
    await lms.tell(report(record));
    expect(value("cmi.completion_status")).toBe("completed");
    expect(value("cmi.success_status")).toBe(success);
    expect(value("cmi.score.scaled")).toBe(scaled);
    expect(value("cmi.progress_measure")).toBe("1");
  });

  test("tells of each answer once, with its question", async () => {
    await lms.open();
    await lms.tell(report(FAILED, { answered: ANSWERED.slice(0, 2) }));
    await lms.tell(report(FAILED, { answered: ANSWERED }));
    expect(interactionsOf(api, ["id", "type", "description", "learner_response", "result"])).toEqual([
      ["ring-3", "numeric", "Where?", "1", "correct"],
      ["overwrite-1", "choice", "Who goes?", "a", "incorrect"],
      ["ring-2-exercise", "fill-in", "", "5 of 5 moves", "correct"],
    ]);
  });

  test("in review mode nothing that counts is told", async () => {
    api.cmi.mode = "review";
    expect((await lms.open()).mode).toBe("review");
    await lms.tell(report(PASSED, { answered: ANSWERED }));
    expect(value("cmi.completion_status")).toBe("unknown");
    expect(api.cmi.score.scaled).toBe("");
  });

  test("a system's own passing score is heeded", async () => {
    api.cmi.scaled_passing_score = "0.6";
    expect((await lms.open()).mastery).toBe(0.6);
  });

  test("a sitting is ended", async () => {
    await lms.open();
    expect(lms.leave(report())).toBe(true);
    expect(api.currentState).toBe(2);
  });
});

describe("a system that answers with errors", () => {
  /** A SCORM 1.2 system, some of whose functions do as told. */
  function failing(faults: Record<string, (...given: string[]) => unknown>) {
    const api = new Scorm12API(QUIET);
    const faulty = new Proxy(api, {
      get: (target, name) => faults[String(name)] ?? Reflect.get(target, name),
    });
    return { api, lms: new ScormLms(scorm12, windowIn({ API: faulty })) };
  }

  test("is quoted when it does not begin", async () => {
    const { lms } = failing({
      LMSInitialize: () => "false",
      LMSGetLastError: () => "101",
      LMSGetErrorString: () => "General Exception",
    });
    await expect(lms.open()).rejects.toThrow("initialize, error 101 (General Exception)");
  });

  test("is quoted when it throws", async () => {
    const { lms } = failing({
      LMSCommit: () => {
        throw new Error("the network is down");
      },
    });
    await lms.open();
    await expect(lms.tell(report())).rejects.toThrow("the network is down");
  });

  test("is not taken at its word when it cannot read what it keeps: nothing is written over it", async () => {
    const faults: Record<string, (...given: string[]) => unknown> = {};
    const { api, lms } = failing(faults);
    api.loadFromJSON({ suspend_data: "precious" }, "");
    faults.LMSGetValue = () => "";
    faults.LMSGetLastError = () => "101";
    await expect(lms.open()).rejects.toThrow("error 101");
    delete faults.LMSGetValue;
    delete faults.LMSGetLastError;
    expect((await lms.open()).kept).toBe("precious");
  });

  test("is tried again when it says false, and then has all of it", async () => {
    const faults: Record<string, (...given: string[]) => unknown> = { LMSCommit: () => "false" };
    const { api, lms } = failing(faults);
    await lms.open();
    await expect(lms.tell(report(PASSED, { answered: ANSWERED }))).rejects.toThrow("commit, error");
    delete faults.LMSCommit;
    await lms.tell(report(PASSED, { answered: ANSWERED }));
    expect(api.getCMIValue("cmi.core.lesson_status")).toBe("passed");
    expect(api.cmi.interactions.childArray).toHaveLength(3);
  });

  test("and only refuses an element is told the rest, and is not asked again", async () => {
    const asked: string[] = [];
    let code = "0";
    const api = new Scorm12API(QUIET);
    const lms = new ScormLms(
      scorm12,
      windowIn({
        API: new Proxy(api, {
          get(target, name) {
            if (name === "LMSSetValue") {
              return (element: string, given: string) => {
                asked.push(element);
                const refused = element === "cmi.suspend_data" || element === "cmi.core.score.min";
                code = refused ? "403" : "0";
                return refused ? "false" : target.lmsSetValue(element, given);
              };
            }
            if (name === "LMSGetLastError" && code !== "0") return () => code;
            return Reflect.get(target, name);
          },
        }),
      }),
    );
    await lms.open();
    expect(await lms.tell(report(PASSED))).toEqual(["your place and your answers"]);
    expect(await lms.tell(report(PASSED))).toEqual(["your place and your answers"]);
    expect(api.getCMIValue("cmi.core.lesson_status")).toBe("passed");
    expect(asked.filter((element) => element === "cmi.suspend_data")).toHaveLength(1);
  });

  test("and answers with booleans is understood", async () => {
    const { api, lms } = failing({ LMSInitialize: () => true, LMSCommit: () => true });
    api.lmsInitialize();
    await lms.open();
    expect(await lms.tell(report())).toEqual([]);
  });
});
