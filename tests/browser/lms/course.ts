import { expect, type FrameLocator, type Locator, type Page } from "@playwright/test";
import { begin, doAll, drawn, type Exercised } from "../exercises.ts";

/** What the test's course system has after a commit. */
export interface Kept {
  readonly data: string;
  readonly place: string;
  readonly status: string;
  readonly success?: string;
  readonly progress?: string;
  readonly raw: string;
  readonly scaled?: string;
  readonly exit: string;
  readonly time: string;
  readonly interactions: readonly { id: string; type: string; response: string; result: string }[];
}

/** A course on a page or in a frame, in a learner's words. */
export class Course {
  readonly #at: Page | FrameLocator;

  constructor(at: Page | FrameLocator) {
    this.#at = at;
  }

  async stands(): Promise<void> {
    await expect(this.#at.locator(".stage .mark").first()).toBeAttached();
  }

  get standing(): Locator {
    return this.#at.locator(".course-standing");
  }

  get notice(): Locator {
    return this.#at.locator(".course-notice");
  }

  get place(): Locator {
    return this.#at.getByRole("region", { name: "Transport" }).getByText(/^step \d+ of \d+$/);
  }

  button(name: string): Locator {
    return this.#at.getByRole("button", { name, exact: true });
  }

  text(words: string | RegExp): Locator {
    return this.#at.getByText(words);
  }

  /** Go on, as by presses of the button, until so many steps have been seen or a question is asked. */
  async see(steps: number): Promise<void> {
    // Questions come once the picture stands; presses of a machine would be past them by then.
    await expect(this.#at.locator(".question").first()).toBeAttached();
    await this.#at.locator("body").evaluate(async (body, wanted) => {
      const turn = () => new Promise((resolve) => setTimeout(resolve));
      const next = body.querySelector<HTMLElement>('button[aria-label="Next step"]');
      for (let pressed = 0; pressed < 4_000; pressed++) {
        const [, seen] =
          /(\d+) of \d+ steps/.exec(body.querySelector(".course-standing")?.textContent ?? "") ?? [];
        if (Number(seen) >= wanted || body.querySelector(".question.open") !== null) return;
        next?.click();
        await turn();
      }
      throw new Error("the course does not go on");
    }, steps);
  }

  async answerNumber(number: number): Promise<void> {
    await this.#at.getByRole("textbox", { name: "Slot" }).fill(String(number));
    await this.button("Check").click();
  }

  async answerChoice(words: string): Promise<void> {
    await this.#at.getByRole("radio", { name: words }).check();
    await this.button("Check").click();
  }

  /** Do the rounds of an exercise, each without a mistake. */
  async practise(exercised: Exercised, rounds: number): Promise<void> {
    const card = await begin(this.#at, exercised, drawn(exercised));
    await doAll(card, drawn(exercised));
    for (let round = 1; round < rounds; round++) {
      await card.getByRole("button", { name: "Another" }).click();
      await doAll(card, drawn(exercised, round));
    }
    await card.getByRole("button", { name: "Leave" }).click();
  }
}

/** Have the course system of a page do something. */
export function lms<T>(page: Page, act: (lms: never) => T): Promise<T> {
  return page.evaluate(`(${String(act)})(window.lms)`) as Promise<T>;
}

export const kept = (page: Page): Promise<Kept> => lms(page, (system: { kept: Kept }) => system.kept);
