import { isRecord } from "../../../app/storage/kept.ts";
import { scaled } from "../../record/result.ts";
import { isoDuration } from "../iso-duration.ts";
import type { Answered, Report } from "../lms.ts";
import type { Agent, Launch, LaunchData } from "./launch.ts";

/** An xAPI statement, as far as a course makes any. */
export interface Statement {
  readonly id: string;
  readonly timestamp: string;
  readonly actor: Agent;
  readonly verb: { readonly id: string; readonly display: { readonly en: string } };
  readonly object: object;
  readonly result?: object;
  readonly context: object;
}

/** The verbs that cmi5 defines for a course. */
export type Verb = "initialized" | "completed" | "passed" | "failed" | "terminated";

const CATEGORY = "https://w3id.org/xapi/cmi5/context/categories/";
const MASTERY = "https://w3id.org/xapi/cmi5/context/extensions/masteryscore";
const PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";

/** Writes the statements of one sitting. */
export class Statements {
  readonly #launch: Launch;
  readonly #data: LaunchData;

  constructor(launch: Launch, data: LaunchData) {
    this.#launch = launch;
    this.#data = data;
  }

  /** One that cmi5 defines. */
  defined(verb: Verb, { result: { score }, seconds }: Report): Statement {
    const judged = verb === "passed" || verb === "failed";
    const share = scaled(score);
    const result = {
      ...(judged
        ? { success: verb === "passed", score: { scaled: share, raw: score.right, min: 0, max: score.asked } }
        : {}),
      ...(verb === "completed" ? { completion: true } : {}),
      ...(verb === "initialized" ? {} : { duration: isoDuration(seconds) }),
    };
    const categories = judged || verb === "completed" ? ["cmi5", "moveon"] : ["cmi5"];
    const { masteryScore } = this.#data;
    const extensions = judged && masteryScore !== undefined ? { [MASTERY]: masteryScore } : {};
    return {
      ...this.#statement(verb, this.#course),
      ...(verb === "initialized" ? {} : { result }),
      context: this.#context({ category: categories.map((name) => ({ id: CATEGORY + name })) }, extensions),
    };
  }

  /** How much has been seen, in per cent. */
  progressed(percent: number): Statement {
    return {
      ...this.#statement("progressed", this.#course),
      result: { extensions: { [PROGRESS]: percent } },
      context: this.#context({}),
    };
  }

  answered({ key, kind, question, given, right }: Answered): Statement {
    const object = {
      objectType: "Activity",
      id: `${this.#launch.activityId}/questions/${key}`,
      definition: {
        type: "http://adlnet.gov/expapi/activities/cmi.interaction",
        ...(question === "" ? {} : { name: { en: question } }),
        interactionType: kind === "number" ? "numeric" : "fill-in",
      },
    };
    return {
      ...this.#statement("answered", object),
      result: { response: given, success: right },
      context: this.#context({ parent: [this.#course] }),
    };
  }

  get #course() {
    return { objectType: "Activity", id: this.#launch.activityId };
  }

  #statement(verb: string, object: object) {
    return {
      id: crypto.randomUUID(),
      timestamp: new Date().toISOString(),
      actor: this.#launch.actor,
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
      object,
    };
  }

  /** The system's template with what a statement adds to it; nothing of the template is taken away. */
  #context(activities: Readonly<Record<string, readonly object[]>>, extensions: object = {}) {
    const template = this.#data.contextTemplate;
    const lists: Record<string, unknown> = isRecord(template.contextActivities)
      ? { ...template.contextActivities }
      : {};
    for (const [name, added] of Object.entries(activities)) {
      const there = lists[name];
      lists[name] = [...(Array.isArray(there) ? there : there === undefined ? [] : [there]), ...added];
    }
    return {
      ...template,
      registration: this.#launch.registration,
      contextActivities: lists,
      extensions: { ...extensions, ...(isRecord(template.extensions) ? template.extensions : {}) },
    };
  }
}
