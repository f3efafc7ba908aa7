import { expect, type Locator, type Page } from "@playwright/test";
import { rests } from "./rests.ts";
import type { Shown } from "./shown.ts";

/** The page with an episode or a system on it, in a reader's words. */
export class Lesson {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Follow a link within the site and wait until its picture stands. */
  async open(route: string): Promise<void> {
    await this.page.goto(`./${route}`);
    await this.stands();
  }

  async stands(): Promise<void> {
    await expect(this.page.locator(".stage .mark").first()).toBeAttached();
    // What listens to keys comes right after the picture, together with what tells of their effect.
    await expect(this.page.getByRole("status", { name: "What just happened" }).first()).toBeAttached();
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Where it stands, as “step 4 of 9”. */
  get place(): Locator {
    return this.page.getByRole("region", { name: "Transport" }).getByText(/^(step|operation) \d+ of \d+$/);
  }

  tab(name: string): Locator {
    return this.page.getByRole("tab", { name, exact: true });
  }

  /** The picture as it is drawn. */
  picture(): Promise<string> {
    return this.page.evaluate(() => window.shown().picture);
  }

  /** All that is shown at each place that presses of a key lead to, the present one first, until its button is done. */
  walk(key: string, button: string): Promise<Shown[]> {
    return this.page.evaluate((way) => window.walk(...way), [key, button] as const);
  }

  /** Waits until nothing on the page moves any more. */
  rests(): Promise<void> {
    return rests(this.page);
  }
}
