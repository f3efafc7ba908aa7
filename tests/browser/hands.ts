import { expect, type Locator, type Page } from "@playwright/test";
import { rests } from "./rests.ts";

/** Where an operation that is not in the row itself is found. */
export type Drawer = "One thread" | "More" | "Parameters";

/** What a reader can do to a run by hand. Each thing is done when the page has come to rest. */
export class Hands {
  readonly region: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.region = page.getByRole("region", { name: "Run it by hand" });
  }

  /** Run on for so many ms of virtual time. */
  async runFor(ms: number): Promise<void> {
    await this.region.getByRole("textbox", { name: "run for: ms" }).fill(String(ms));
    await this.region.getByRole("button", { name: "Run for" }).click();
    await rests(this.#page);
  }

  /** Do an operation, its fields filled in as named. */
  async do(
    operation: string,
    fields: { readonly [field: string]: string } = {},
    drawer?: Drawer,
  ): Promise<void> {
    if (drawer !== undefined) await this.#open(drawer);
    for (const [field, value] of Object.entries(fields)) {
      await write(this.region.getByLabel(`${operation}: ${field}`, { exact: true }), value);
    }
    await this.region.getByRole("button", { name: operation, exact: true }).click();
    if (drawer !== undefined) await this.#page.keyboard.press("Escape");
    await rests(this.#page);
  }

  /** Set a live parameter, from the place on show on. */
  async set(parameter: string, value: string): Promise<void> {
    const field = this.region.getByLabel(`set: ${parameter}`, { exact: true });
    await this.#open("Parameters");
    await write(field, value);
    await field.press("Enter");
    await this.#page.keyboard.press("Escape");
    await rests(this.#page);
  }

  /** What a live parameter is at the place on show. */
  async parameter(name: string): Promise<string> {
    await this.#open("Parameters");
    const value = await this.region.getByLabel(`set: ${name}`, { exact: true }).inputValue();
    await this.#page.keyboard.press("Escape");
    return value;
  }

  async #open(drawer: Drawer): Promise<void> {
    const body = this.region.getByRole("group").filter({ hasText: drawer });
    await body.getByText(drawer, { exact: true }).click();
    await expect(body.getByRole("textbox").or(body.getByRole("combobox")).first()).toBeVisible();
  }
}

async function write(field: Locator, value: string): Promise<void> {
  if ((await field.evaluate(({ tagName }) => tagName)) === "SELECT") await field.selectOption(value);
  else await field.fill(value);
}
