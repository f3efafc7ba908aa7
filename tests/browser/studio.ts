import { readFileSync } from "node:fs";
import { expect, type Locator, type Page } from "@playwright/test";

/** The studio, in an author's words. */
export class Studio {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get text(): Locator {
    return this.page.getByRole("textbox", { name: "Text of the episode" });
  }

  get problems(): Locator {
    return this.page.getByRole("log", { name: "Problems" }).locator("button.problem");
  }

  get preview(): Locator {
    return this.page.getByRole("region", { name: "Preview", exact: true });
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  async begin(): Promise<void> {
    await this.page.goto("./#/studio");
    await this.button("New episode").click();
    await expect(this.text).toBeVisible();
  }

  /** Have a whole text in the editor, by the way a file takes. */
  async openFile(name: string, text: string): Promise<void> {
    await this.page.goto("./#/studio");
    await this.page
      .getByLabel("File of an episode")
      .setInputFiles({ name, mimeType: "text/markdown", buffer: Buffer.from(text) });
    await expect(this.text).toBeVisible();
  }

  /** Put the cursor at the end of the first line that reads so. */
  async goToLine(text: string): Promise<void> {
    await this.text.getByText(text, { exact: true }).first().click();
    await this.page.keyboard.press("End");
  }

  async write(...lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      await this.page.keyboard.press("Enter");
      await this.page.keyboard.insertText(line);
    }
  }

  async checked(summary: string): Promise<void> {
    await expect(this.page.getByText(summary, { exact: true }).first()).toBeAttached();
  }

  /** The text of a file that pressing a button gives. */
  async downloaded(button: Locator): Promise<{ readonly name: string; readonly text: string }> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), button.click()]);
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
  }

  /** What the share dialog says the link is. */
  async link(): Promise<string> {
    await this.button("Share").click();
    const field = this.page.getByRole("textbox", { name: "Link", exact: true });
    const link = await field.inputValue();
    await this.button("Close").click();
    return link;
  }
}

/** An episode of one chapter with some words and blocks after its system. */
export function episodeWith(...parts: readonly string[]): string {
  return [
    "---\ntitle: Hostile\nnumber: 1\nslug: hostile\nsummary: Hostile.\nduration: 2:00\n---",
    "## 0:00 A chapter {#a}",
    "```system\nring-buffer\ncapacity: 4\n```",
    ...parts,
    "",
  ].join("\n\n");
}
