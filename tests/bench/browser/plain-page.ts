import type { Page } from "@playwright/test";

/** What stands on the plain page. */
export const PLAIN_PICTURE = "#count";

const SCRIPT = `
  let count = 0;
  const text = document.createElement("p");
  text.id = "count";
  text.textContent = "0";
  document.body.append(text);
  addEventListener("keydown", () => { text.textContent = String(++count); });
`;

/** Has the address `plain` give a page on which each key changes one text and no more: what is left is the browser's own share. */
export async function routePlainPage(page: Page): Promise<void> {
  await page.route("**/plain", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><title>plain</title><body><script>${SCRIPT}</script></body>`,
    }),
  );
}
