import { test as base, expect } from "@playwright/test";
import { teachGeometry } from "./geometry.ts";
import { Lesson } from "./lesson.ts";
import { teachShown } from "./shown.ts";

/** What Playwright itself says where `serviceWorkers` is “block”. */
const BLOCKED = "Service Worker registration blocked by Playwright";

export interface Fixtures {
  /** The page, as a reader uses it. */
  readonly lesson: Lesson;
}

/**
 * Every test of a page also holds that nothing went wrong on it unseen: no error on the console, none uncaught, and
 * nothing asked of another host.
 */
export const test = base.extend<Fixtures>({
  page: async ({ page }, use) => {
    const wrongs: string[] = [];
    page.on("console", (message) => {
      const isWrong = message.type() === "error" || message.type() === "warning";
      if (isWrong && message.text() !== BLOCKED) wrongs.push(message.text());
    });
    page.on("pageerror", (error) => wrongs.push(`uncaught: ${error.message}`));
    page.on("request", (request) => {
      const { origin, protocol } = new URL(request.url());
      if (protocol !== "data:" && protocol !== "blob:" && !origin.startsWith("http://localhost:")) {
        wrongs.push(`asked another host: ${request.url()}`);
      }
    });
    await teachGeometry(page);
    await teachShown(page);
    await use(page);
    expect(wrongs).toEqual([]);
  },
  lesson: async ({ page }, use) => {
    await use(new Lesson(page));
  },
});

export { expect };
