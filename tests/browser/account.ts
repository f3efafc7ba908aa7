import type { Page } from "@playwright/test";
import { expect } from "./test.ts";

const PARTS = ["offered", "queued", "in process", "consumed", "dropped", "lost"] as const;

/** How many items there are of each kind; what is not told of is 0. */
export type Account = Readonly<Record<"produced" | (typeof PARTS)[number], number>>;

/** The account as the numbers of the picture tell it: every item ever produced is somewhere. It adds up. */
export async function account(page: Page): Promise<Account> {
  const texts = await page.locator(".stage text").allTextContents();
  const number = (label: string): number => {
    const place = texts.indexOf(label);
    if (place === -1) return 0;
    const value = texts.slice(place + 1, place + 3).find((text) => /^[\d,]+$/.test(text));
    return Number(value?.replaceAll(",", ""));
  };
  const produced = number("produced");
  const parts = Object.fromEntries(PARTS.map((part) => [part, number(part)])) as Omit<Account, "produced">;
  expect(texts).toContain("produced");
  expect(
    Object.values(parts).reduce((sum, part) => sum + part, 0),
    JSON.stringify(parts),
  ).toBe(produced);
  return { produced, ...parts };
}
