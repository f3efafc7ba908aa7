import { isRecord } from "../../../app/storage/kept.ts";
import { LmsProblem } from "../lms.ts";

/** What a cmi5 system puts into the address of a course that it launches. */
export interface Launch {
  readonly endpoint: string;
  readonly fetch: string;
  readonly actor: Agent;
  readonly registration: string;
  readonly activityId: string;
}

export interface Agent {
  readonly objectType: "Agent";
  readonly account: { readonly homePage: string; readonly name: string };
}

/** @throws LmsProblem when the course was not launched by such a system */
export function readLaunch(search: string): Launch {
  const query = new URLSearchParams(search);
  const given = (name: string) => {
    const value = query.get(name);
    if (value === null || value === "")
      throw new LmsProblem(`its address gives no ${name}`, { lasting: true });
    return value;
  };
  return {
    endpoint: given("endpoint").replace(/\/?$/, "/"),
    fetch: given("fetch"),
    actor: readActor(given("actor")),
    registration: given("registration"),
    activityId: given("activityId"),
  };
}

function readActor(text: string): Agent {
  let actor: unknown;
  try {
    actor = JSON.parse(text);
  } catch {
    // Told below.
  }
  const account = isRecord(actor) ? actor.account : undefined;
  if (isRecord(account) && typeof account.homePage === "string" && typeof account.name === "string") {
    return { objectType: "Agent", account: { homePage: account.homePage, name: account.name } };
  }
  throw new LmsProblem("its address does not say who learns", { lasting: true });
}

/** What the system keeps ready for the course: the document `LMS.LaunchData`. */
export interface LaunchData {
  readonly contextTemplate: Readonly<Record<string, unknown>>;
  readonly launchMode: "Normal" | "Browse" | "Review";
  readonly masteryScore?: number;
  readonly returnURL?: string;
}

/** @throws LmsProblem when it is not what it should be */
export function readLaunchData(value: unknown): LaunchData {
  if (!isRecord(value) || !isRecord(value.contextTemplate)) {
    throw new LmsProblem("it keeps no launch data for the course", { lasting: true });
  }
  const { contextTemplate, launchMode, masteryScore, returnURL } = value;
  const inRange = typeof masteryScore === "number" && masteryScore >= 0 && masteryScore <= 1;
  const address = typeof returnURL === "string" && /^https?:/i.test(returnURL);
  return {
    contextTemplate,
    launchMode: launchMode === "Browse" || launchMode === "Review" ? launchMode : "Normal",
    ...(inRange ? { masteryScore } : {}),
    ...(address ? { returnURL } : {}),
  };
}
