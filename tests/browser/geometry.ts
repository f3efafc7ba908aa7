import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** What is wrong with where the texts of the pictures stand, right now: one sentence each. */
    textFaults: () => string[];
    /** The same over every frame until the pictures stand still, each sentence once. */
    textFaultsWhileMoving: () => Promise<string[]>;
  }
}

/**
 * Teaches every page that will be shown to judge its pictures: no text leaves its stage's box or its svg's, and none overlaps another.
 * Texts are compared as turned rectangles round their ink, which is lower than a line: Latin letters reach from a
 * fifth of the size under the base line to three quarters above it.
 */
export async function teachGeometry(page: Page): Promise<void> {
  await page.addInitScript(() => {
    type Point = readonly [x: number, y: number];
    interface Ink {
      readonly text: string;
      readonly corners: readonly Point[];
      /** From the left to the right and from the top to the bottom. */
      readonly across: Point;
      readonly down: Point;
    }
    const SLACK = 1;
    /** A text this faint is on its way out or in: it cannot be read, so it cannot be in the way. */
    const FAINT = 0.3;

    const opacity = (element: Element): number => {
      let product = 1;
      for (let at: Element | null = element; at !== null && at.tagName !== "svg"; at = at.parentElement) {
        const style = getComputedStyle(at);
        if (style.display === "none" || style.visibility === "hidden") return 0;
        product *= Number(style.opacity);
      }
      return product;
    };

    const extent = (corners: readonly Point[], [ax, ay]: Point): Point => {
      const along = corners.map(([x, y]) => x * ax + y * ay);
      return [Math.min(...along), Math.max(...along)];
    };

    const inkOf = (element: SVGTextElement): Ink | undefined => {
      // A text that was shortened carries the whole one in a title, which is not drawn.
      const drawn = [...element.childNodes].filter(({ nodeName }) => nodeName !== "title");
      const text = drawn
        .map(({ textContent }) => textContent)
        .join("")
        .trim();
      const matrix = element.getScreenCTM();
      if (text === "" || matrix === null || opacity(element) < FAINT) return undefined;
      const box = element.getBBox();
      const size = Number.parseFloat(getComputedStyle(element).fontSize);
      const base = element.getStartPositionOfChar(0).y;
      const [left, right, top, bottom] = [box.x, box.x + box.width, base - 0.74 * size, base + 0.2 * size];
      const corners = [
        [left, top],
        [right, top],
        [right, bottom],
        [left, bottom],
      ].map(([x = 0, y = 0]): Point => {
        const { x: px, y: py } = new DOMPoint(x, y).matrixTransform(matrix);
        return [px, py];
      });
      return { text, corners, across: extent(corners, [1, 0]), down: extent(corners, [0, 1]) };
    };

    const shares = ([a0, a1]: Point, [b0, b1]: Point): boolean => Math.min(a1, b1) - Math.max(a0, b0) > SLACK;

    /** Two rectangles lie apart when the shadow of one on one of their sides' directions ends before the other's. */
    const overlap = (a: Ink, b: Ink): boolean => {
      if (!shares(a.across, b.across) || !shares(a.down, b.down)) return false;
      const axes = [a, b].flatMap(({ corners }) =>
        [0, 1].map((side): Point => {
          const [x0, y0] = corners[side] as Point;
          const [x1, y1] = corners[side + 1] as Point;
          const length = Math.hypot(x1 - x0, y1 - y0) || 1;
          return [(x1 - x0) / length, (y1 - y0) / length];
        }),
      );
      return axes.every((axis) => shares(extent(a.corners, axis), extent(b.corners, axis)));
    };

    window.textFaults = () => {
      const faults: string[] = [];
      const pictures = [...document.querySelectorAll(".stage, svg")];
      for (const picture of pictures.filter((picture) => picture.parentElement?.closest(".stage") === null)) {
        const box = picture.getBoundingClientRect();
        const inks = [...picture.querySelectorAll("text")]
          .map(inkOf)
          .filter((ink): ink is Ink => ink !== undefined);
        for (const { text, across, down } of inks) {
          const [[left, right], [top, bottom]] = [across, down];
          const over = [box.left - left, right - box.right, box.top - top, bottom - box.bottom];
          const sides = ["left", "right", "top", "bottom"].filter((_, index) => (over[index] ?? 0) > SLACK);
          if (sides.length > 0) faults.push(`“${text}” leaves the picture at the ${sides.join(" and ")}`);
        }
        inks.forEach((ink, index) => {
          for (const other of inks.slice(index + 1)) {
            if (overlap(ink, other)) faults.push(`“${ink.text}” overlaps “${other.text}”`);
          }
        });
      }
      return faults;
    };

    window.textFaultsWhileMoving = () =>
      new Promise((resolve) => {
        const faults = new Set<string>();
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
          for (const fault of window.textFaults()) faults.add(fault);
          quiet += 1;
          if (quiet <= 5) {
            requestAnimationFrame(frame);
            return;
          }
          observer.disconnect();
          resolve([...faults]);
        });
      });
  });
}
