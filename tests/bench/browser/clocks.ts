import type { Page } from "@playwright/test";

/** One press of a key, in ms. */
export interface Paint {
  /** From the key's time stamp until the next frame was painted. */
  readonly time: number;
  /** What of that the main thread was at work: handling the key, then making the frame. The rest is waiting for it. */
  readonly work: number;
}

declare global {
  interface Window {
    /** When the picture was painted first, in ms since the navigation began. */
    pictureAt?: number;
    /** Called once the frame after the next key press is painted. */
    painted?: (paint: Paint) => void;
  }
}

/**
 * Puts clocks into every page that this page will show. A message posted in an animation callback arrives when that
 * frame's style, layout and paint are done, so that is what ends each measurement.
 */
export async function installClocks(page: Page, picture: string): Promise<void> {
  // The compiler that runs this file marks named functions with a helper of its own, which the page does not have.
  await page.addInitScript({ content: "globalThis.__name = (target) => target;" });
  await page.addInitScript((selector) => {
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
        const pressed = performance.now();
        let handled = pressed;
        // Added while the event is on its way, it is the last to hear of it: the page has done its part by then.
        window.addEventListener(
          "keydown",
          () => {
            handled = performance.now();
          },
          { once: true },
        );
        requestAnimationFrame(() => {
          const begun = performance.now();
          afterwards(() => {
            const now = performance.now();
            window.painted?.({ time: now - timeStamp, work: handled - pressed + (now - begun) });
          });
        });
      },
      { capture: true },
    );

    const observer = new MutationObserver(() => {
      if (document.querySelector(selector) === null) return;
      observer.disconnect();
      requestAnimationFrame(() =>
        afterwards(() => {
          window.pictureAt = performance.now();
        }),
      );
    });
    observer.observe(document, { childList: true, subtree: true });
  }, picture);
}

/** The ms from the start of navigation until the picture was painted. */
export async function pictureTime(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => window.pictureAt);
  return Number(await handle.jsonValue());
}

/** Presses a key and measures until the next frame was painted. */
export async function keyToPaint(page: Page, key: string): Promise<Paint> {
  const paint = page.evaluate(
    () =>
      new Promise<Paint>((resolve) => {
        window.painted = resolve;
      }),
  );
  // Messages to the page keep their order: when this one is answered, the one above has been heard.
  await page.evaluate(() => null);
  await page.keyboard.press(key);
  return paint;
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
