import type { Page } from "@playwright/test";

/** What a page says on its console when its picture has been painted, before the ms since the navigation began. */
const PAINTED = "picture painted at";

/**
 * Puts clocks into every page that this page will show.
 *
 * - For each key pressed there are three marks on the timeline: `key` and the ms that it had waited, `handled` when the
 *   page has done its part, and `frame` in the animation callback after it. What the browser does then, it tells in a
 *   trace (`traced-paints.ts`): a page that moves has its next frame before any message arrives.
 * - The picture is painted when a message posted in the animation callback of its first marks arrives.
 */
export async function installClocks(page: Page, picture: string): Promise<void> {
  // The compiler that runs this file marks named functions with a helper of its own, which the page does not have.
  await page.addInitScript({ content: "globalThis.__name = (target) => target;" });
  await page.addInitScript(
    ([selector, painted]) => {
      const afterwards = (then: () => void) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          then();
        };
        port2.postMessage(null);
      };

      window.addEventListener(
        "keydown",
        ({ timeStamp }) => {
          performance.mark(`key ${performance.now() - timeStamp}`);
          // Added while the event is on its way, it is the last to hear of it: the page has done its part by then.
          window.addEventListener("keydown", () => performance.mark("handled"), { once: true });
          requestAnimationFrame(() => performance.mark("frame"));
        },
        { capture: true },
      );

      const observer = new MutationObserver(() => {
        if (document.querySelector(selector) === null) return;
        observer.disconnect();
        requestAnimationFrame(() =>
          afterwards(() => {
            console.debug(painted, performance.now());
          }),
        );
      });
      observer.observe(document, { childList: true, subtree: true });
    },
    [picture, PAINTED] as const,
  );
}

/**
 * The ms from the start of the next navigation until the picture was painted. The page tells by itself: to ask it while it
 * loads would keep it from its work.
 */
export async function pictureTime(page: Page): Promise<number> {
  const message = await page.waitForEvent("console", (said) => said.text().startsWith(PAINTED));
  return Number(message.text().slice(PAINTED.length));
}

/** The times between animation callbacks over some seconds, in ms. */
export function frameIntervals(page: Page, seconds: number): Promise<number[]> {
  return page.evaluate(
    (ms) =>
      new Promise<number[]>((resolve) => {
        const intervals: number[] = [];
        let first: number | undefined;
        let last = 0;
        requestAnimationFrame(function frame(now) {
          if (first === undefined) first = now;
          else intervals.push(now - last);
          last = now;
          if (now - first < ms) requestAnimationFrame(frame);
          else resolve(intervals);
        });
      }),
    seconds * 1000,
  );
}
