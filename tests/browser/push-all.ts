import type { Page } from "@playwright/test";

/**
 * Pushes items by hand, as fast as the page goes.
 * @param items each item's text
 */
export function pushAll(page: Page, items: readonly string[]): Promise<void> {
  return page.evaluate(async (texts) => {
    const input = document.querySelector<HTMLInputElement>("[aria-label='push: item']");
    const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set;
    if (input?.form == null || set === undefined) throw new Error("There is no field for the item to push.");
    const rendered = () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve();
        };
        port2.postMessage(null);
      });
    for (const text of texts) {
      set.call(input, text);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      await rendered();
      input.form.requestSubmit();
      await rendered();
    }
  }, items);
}
