import type { Page } from "@playwright/test";

/** What the page shows at one place. */
export interface Shown {
  /** The picture as it is drawn, without what only tells where the focus and the pointer are. */
  readonly picture: string;
  /** The panel beside the picture. */
  readonly state: string;
  /** Where the timeline stands. */
  readonly place: string;
}

declare global {
  interface Window {
    shown: () => Shown;
    /**
     * What is shown at every place that presses of a key lead to, the present one first, until the button that does the
     * same has nothing left to do; texts as fingerprints.
     */
    walk: (key: string, button: string) => Promise<Shown[]>;
    /**
     * The names in the picture that begin with a text, after each press of a key, until one of them begins with another
     * or the button that does the same has nothing left to do.
     */
    follow: (key: string, button: string, beginning: string, end: string) => Promise<string[][]>;
  }
}

/** Teaches every page that will be shown to tell what it shows. */
export async function teachShown(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const PASSING = new Set(["tabindex"]);

    /** An element in a line. Attributes are sorted: their order tells only which of them changed last. */
    const lineOf = (element: Element): string => {
      const attributes = [...element.attributes]
        .filter(({ name }) => !PASSING.has(name))
        .map(({ name, value }) => `${name}=${name === "class" ? value.replace(" lit", "") : value}`)
        .sort();
      const text = element.childElementCount === 0 ? element.textContent : "";
      return `${element.tagName} ${attributes.join(" ")} ${text}`;
    };

    window.shown = () => {
      const elements = document.querySelectorAll(".stage, .stage *");
      const slider = document.querySelector<HTMLInputElement>("input[aria-label^='Place in']");
      return {
        picture: [...elements].map(lineOf).join("\n"),
        state: document.querySelector("[role=tabpanel]")?.textContent ?? "",
        place: `${slider?.value} ${slider?.getAttribute("aria-valuetext")}`,
      };
    };

    /** Two numbers of 32 bits: alike for two pictures out of the many here only if the pictures are. */
    const fingerprint = (text: string): string => {
      let [a, b] = [0x811c9dc5, 0x9747b28c];
      for (let index = 0; index < text.length; index++) {
        const unit = text.charCodeAt(index);
        a = Math.imul(a ^ unit, 0x01000193);
        b = Math.imul(b ^ unit, 0x85ebca6b) + (b >>> 13);
      }
      return `${a >>> 0}-${b >>> 0}`;
    };

    const settled = () =>
      new Promise<void>((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          resolve();
        };
        port2.postMessage(null);
      });

    /** What is on its way comes, and only then has the press led anywhere. */
    const arrived = async () => {
      await settled();
      while (document.querySelector(".coming-notice") !== null) await new Promise(requestAnimationFrame);
      await settled();
    };

    const isOver = (button: string) =>
      document.querySelector(`[aria-label="${button}"]`)?.getAttribute("aria-disabled") === "true";
    const press = (key: string) => {
      document.body.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
      return arrived();
    };

    window.follow = async (key, button, beginning, end) => {
      const seen: string[][] = [];
      while (!isOver(button)) {
        await press(key);
        const found = document.querySelectorAll(`.stage [aria-label^="${beginning}"]`);
        const names = [...found].map((element) => element.getAttribute("aria-label") ?? "");
        seen.push(names);
        if (names.some((name) => name.startsWith(end))) break;
      }
      return seen;
    };

    window.walk = async (key, button) => {
      const places: Shown[] = [];
      while (true) {
        const { picture, state, place } = window.shown();
        places.push({ picture: fingerprint(picture), state: fingerprint(state), place });
        if (isOver(button)) return places;
        await press(key);
      }
    };
  });
}
