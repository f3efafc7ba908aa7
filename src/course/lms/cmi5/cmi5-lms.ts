import { isRecord, type Shelf } from "../../../app/storage/kept.ts";
import { type Lms, LmsProblem, type Opening, type Report } from "../lms.ts";
import { type Launch, type LaunchData, readLaunch, readLaunchData } from "./launch.ts";
import { fetchToken, Lrs } from "./lrs.ts";
import { type Statement, Statements, type Verb } from "./statement.ts";

/** The name of the document that holds the record. */
const DOCUMENT = "invisible-linked-list/record";
/** How many per cent more are worth a statement. */
const PROGRESS_STEP = 10;

interface Sitting {
  readonly launch: Launch;
  readonly data: LaunchData;
  readonly lrs: Lrs;
  readonly statements: Statements;
}

/** A system that speaks cmi5. */
export class Cmi5Lms implements Lms {
  readonly recordLimit = 60_000;
  readonly #search: string;
  readonly #tab: Shelf | undefined;
  #sitting: Sitting | undefined;
  /** Verbs that may be used once, of this sitting and of those before. */
  readonly #used = new Set<Verb>();
  #percent = 0;
  readonly #answered = new Map<string, string>();
  /** Not taken yet. */
  #unsent: readonly Statement[] = [];
  #token: string | undefined;

  /**
   * @param search of the address that the system launched
   * @param tab keeps things for as long as the tab is open: a page that is loaded again is still in the same sitting
   */
  constructor(search: string, tab: Shelf | undefined) {
    this.#search = search;
    this.#tab = tab;
  }

  async open(): Promise<Opening> {
    const launch = readLaunch(this.#search);
    const lrs = new Lrs(launch, await this.#letIn(launch));
    const data = readLaunchData(await lrs.document("LMS.LaunchData"));
    await lrs.preferences();
    const kept = await lrs.document(DOCUMENT);
    const { record, used, percent }: Readonly<Record<string, unknown>> = isRecord(kept) ? kept : {};
    if (Array.isArray(used)) for (const verb of ONCE) if (used.includes(verb)) this.#used.add(verb);
    if (typeof percent === "number") this.#percent = Math.max(this.#percent, percent);
    this.#sitting = { launch, data, lrs, statements: new Statements(launch, data) };
    const { homePage, name } = launch.actor.account;
    return {
      mode: ({ Normal: "normal", Browse: "browse", Review: "review" } as const)[data.launchMode],
      learner: `${homePage} ${name} ${launch.registration}`,
      kept: typeof record === "string" ? record : "",
      ...(data.masteryScore === undefined ? {} : { mastery: data.masteryScore }),
      ...(data.returnURL === undefined ? {} : { returnTo: data.returnURL }),
    };
  }

  async tell(report: Report): Promise<readonly string[]> {
    const sitting = this.#sitting;
    if (sitting === undefined) throw new LmsProblem("it has not let this page in");
    this.#write(sitting, report);
    const sent = this.#unsent;
    if (sent.length > 0) {
      await sitting.lrs.store(sent);
      this.#unsent = this.#unsent.filter((statement) => !sent.includes(statement));
      shelved(() => this.#tab?.setItem(begunName(sitting.launch), "yes"));
    }
    if (sitting.data.launchMode === "Normal") await sitting.lrs.keep(DOCUMENT, this.#document(report));
    return [];
  }

  leave(report: Report): boolean {
    const sitting = this.#sitting;
    if (sitting === undefined) return false;
    this.#write(sitting, report);
    const counts = sitting.data.launchMode === "Normal";
    // Not before: a question may still be answered, and a sitting has room for one verdict.
    const failed = counts && report.result.passed === false && !this.#used.has("passed");
    if (failed) this.#use(sitting, "failed", report);
    this.#use(sitting, "terminated", report);
    sitting.lrs.last(DOCUMENT, counts ? this.#document(report) : undefined, this.#unsent);
    return false;
  }

  /** Write what has not been said, in the order that cmi5 wants. */
  #write(sitting: Sitting, report: Report): void {
    const { statements, data } = sitting;
    this.#use(sitting, "initialized", report);
    if (data.launchMode !== "Normal") return;
    const { result, answered } = report;
    for (const one of answered) {
      if (this.#answered.get(one.key) === one.given) continue;
      this.#answered.set(one.key, one.given);
      this.#add(statements.answered(one));
    }
    const percent = Math.floor((100 * result.steps.seen) / result.steps.all);
    if (!result.complete && percent >= this.#percent + PROGRESS_STEP) {
      this.#percent = percent;
      this.#add(statements.progressed(percent));
    }
    if (result.complete) this.#use(sitting, "completed", report);
    if (result.passed === true) this.#use(sitting, "passed", report);
  }

  #use({ statements }: Sitting, verb: Verb, report: Report): void {
    if (this.#used.has(verb)) return;
    this.#used.add(verb);
    this.#add(statements.defined(verb, report));
  }

  #add(statement: Statement): void {
    this.#unsent = [...this.#unsent, statement];
  }

  #document({ kept }: Report): object {
    return { record: kept, used: ONCE.filter((verb) => this.#used.has(verb)), percent: this.#percent };
  }

  async #letIn(launch: Launch): Promise<string> {
    const before = shelved(() => this.#tab?.getItem(tokenName(launch)) ?? undefined);
    if (shelved(() => this.#tab?.getItem(begunName(launch)) ?? undefined) !== undefined)
      this.#used.add("initialized");
    const token = this.#token ?? before ?? (await fetchToken(launch));
    this.#token = token;
    shelved(() => this.#tab?.setItem(tokenName(launch), token));
    return token;
  }
}

const tokenName = ({ fetch }: Launch) => `invisible-linked-list/token/${fetch}`;
const begunName = ({ fetch }: Launch) => `invisible-linked-list/begun/${fetch}`;

/** Verbs that may be used once in all sittings of a registration. */
const ONCE: readonly Verb[] = ["completed", "passed"];

function shelved<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}
