import type { FrameLocator, Page } from "@playwright/test";
import { serveHostPage } from "./host-page.ts";
import { test as base, expect } from "./test.ts";

export { expect };

export const PLACE = "#/episodes/ring-buffers/overwrite";

export interface Fixtures {
  /** The address of the site. */
  readonly site: string;
  /** Shows a page of another origin with something in it; scripts and styles of its own run there if they are allowed. */
  readonly host: (body: string, inline?: boolean) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  site: async ({ baseURL }, use) => use(baseURL ?? ""),
  host: async ({ page, site }, use) => {
    const closing: (() => void)[] = [];
    await use(async (body, inline) => {
      const { address, close } = await serveHostPage(site, body, inline);
      closing.push(close);
      await page.goto(address);
    });
    await page.goto("about:blank");
    for (const close of closing) close();
  },
});

export const element = (site: string, attributes: string, more = "") =>
  `<script type="module" src="${site}time-machine.js"></script><time-machine ${attributes}></time-machine>${more}`;

export const frame = (page: Page, index = 0): FrameLocator =>
  page.locator("iframe").nth(index).contentFrame();

export const stands = (shown: FrameLocator) => expect(shown.locator(".stage .mark").first()).toBeAttached();

/** Have an element's events noted from now on, and the last of those that came before. */
export const note = (page: Page, index = 0) =>
  page.evaluate((at) => {
    const noted: { type: string; detail: unknown }[] = [];
    Object.assign(window, { [`noted${at}`]: noted });
    const machine = document.querySelectorAll("time-machine")[at];
    const last: Readonly<Record<string, unknown>> = machine === undefined ? {} : Reflect.get(machine, "last");
    for (const type of ["ready", "step", "beat", "state", "answer", "score", "resize", "error"]) {
      if (last[type] !== undefined) noted.push({ type, detail: last[type] });
      machine?.addEventListener(type, (event) => noted.push({ type, detail: (event as CustomEvent).detail }));
    }
  }, index);

export type Noted = { readonly type: string; readonly detail: Record<string, unknown> };

export const noted = (page: Page, index = 0): Promise<Noted[]> =>
  page.evaluate((at) => Reflect.get(window, `noted${at}`), index) as Promise<Noted[]>;

/** Call a method of an element; gives what it was refused with. */
export const call = (page: Page, method: string, ...given: unknown[]): Promise<string> =>
  page.evaluate(
    async ([name, values]) => {
      const machine = document.querySelector("time-machine");
      const run = machine && Reflect.get(machine, name as string);
      try {
        await run.apply(machine, values);
        return "done";
      } catch (error) {
        return String(error);
      }
    },
    [method, given] as const,
  );
