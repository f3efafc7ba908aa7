import { scaled } from "../../record/result.ts";
import { givenNumber, identifier, optionLetter } from "./interaction-values.ts";
import type { Dialect } from "./scorm-lms.ts";

/** SCORM 1.2. */
export const scorm12: Dialect = {
  calls: {
    api: "API",
    initialize: "LMSInitialize",
    terminate: "LMSFinish",
    get: "LMSGetValue",
    set: "LMSSetValue",
    commit: "LMSCommit",
    code: "LMSGetLastError",
    words: "LMSGetErrorString",
    refusals: new Set(["201", "202", "203", "401", "402", "403", "404", "405"]),
  },
  recordLimit: 4_096,
  elements: {
    mode: "cmi.core.lesson_mode",
    learner: "cmi.core.student_id",
    kept: "cmi.suspend_data",
    mastery: "cmi.student_data.mastery_score",
    place: "cmi.core.lesson_location",
  },
  mastery: (text) => Number(text) / 100,
  sitting: (seconds) => [
    ["cmi.core.session_time", timespan(seconds)],
    ["cmi.core.exit", "suspend"],
  ],
  standing: ({ result: { score } }) =>
    score.asked === 0
      ? []
      : [
          ["cmi.core.score.min", 0],
          ["cmi.core.score.max", 100],
          ["cmi.core.score.raw", Math.round(scaled(score) * 10_000) / 100],
        ],
  status: ({ result: { complete, passed } }) => {
    // One word for both: what is not complete is not passed yet either.
    const judged = passed === undefined ? "completed" : passed ? "passed" : "failed";
    return ["cmi.core.lesson_status", complete ? judged : "incomplete"];
  },
  interaction: (answered, at) => [
    ["id", identifier(answered)],
    ["time", at.toTimeString().slice(0, 8)],
    ["type", { choice: "choice", number: "numeric", text: "fill-in" }[answered.kind]],
    [
      "student_response",
      { choice: optionLetter, number: givenNumber, text: () => answered.given.slice(0, 255) }[answered.kind](
        answered,
      ),
    ],
    ["result", answered.right ? "correct" : "wrong"],
  ],
};

/** `0001:02:03`. */
function timespan(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (number: number) => String(number).padStart(2, "0");
  return `${String(Math.min(hours, 9_999)).padStart(4, "0")}:${two(minutes)}:${two(Math.floor(seconds % 60))}`;
}
