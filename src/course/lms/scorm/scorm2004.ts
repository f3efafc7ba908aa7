import { scaled } from "../../record/result.ts";
import { isoDuration } from "../iso-duration.ts";
import { givenNumber, identifier, optionLetter } from "./interaction-values.ts";
import type { Dialect } from "./scorm-lms.ts";

/** SCORM 2004, 4th edition; what the 2nd and 3rd do not know is refused by them. */
export const scorm2004: Dialect = {
  calls: {
    api: "API_1484_11",
    initialize: "Initialize",
    terminate: "Terminate",
    get: "GetValue",
    set: "SetValue",
    commit: "Commit",
    code: "GetLastError",
    words: "GetErrorString",
    refusals: new Set(["401", "402", "403", "404", "405", "406", "407", "408"]),
  },
  recordLimit: 64_000,
  elements: {
    mode: "cmi.mode",
    learner: "cmi.learner_id",
    kept: "cmi.suspend_data",
    mastery: "cmi.scaled_passing_score",
    place: "cmi.location",
  },
  mastery: Number,
  sitting: (seconds) => [
    ["cmi.session_time", isoDuration(seconds)],
    ["cmi.exit", "suspend"],
  ],
  standing: ({ result: { steps, score, passed } }) => {
    const share = scaled(score);
    const points = [
      ["cmi.score.min", 0],
      ["cmi.score.max", 100],
      ["cmi.score.raw", Math.round(share * 10_000) / 100],
      ["cmi.score.scaled", share],
    ] as const;
    return [
      ["cmi.progress_measure", Math.round((steps.seen / steps.all) * 10_000) / 10_000],
      ...(score.asked > 0 ? points : []),
      ["cmi.success_status", passed === undefined ? "unknown" : passed ? "passed" : "failed"],
    ];
  },
  status: ({ result }) => ["cmi.completion_status", result.complete ? "completed" : "incomplete"],
  interaction: (answered, at) => [
    ["id", identifier(answered)],
    ["type", { choice: "choice", number: "numeric", text: "fill-in" }[answered.kind]],
    // Tenths and hundredths of a second are the most that the standard has.
    ["timestamp", `${at.toISOString().slice(0, 22)}Z`],
    ["description", answered.question.slice(0, 250)],
    [
      "learner_response",
      { choice: optionLetter, number: givenNumber, text: () => answered.given.slice(0, 250) }[answered.kind](
        answered,
      ),
    ],
    ["result", answered.right ? "correct" : "incorrect"],
  ],
};
