import type { Page } from "@playwright/test";

/** Waits until a page has stood still for three frames. */
export async function rests(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let quiet = 0;
        const observer = new MutationObserver(() => {
          quiet = 0;
        });
        observer.observe(document.body, {
          attributes: true,
          childList: true,
          characterData: true,
          subtree: true,
        });
        requestAnimationFrame(function frame() {
          quiet += 1;
          if (quiet <= 3) {
            requestAnimationFrame(frame);
            return;
          }
          observer.disconnect();
          resolve();
        });
      }),
  );
}
