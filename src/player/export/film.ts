import type { Size } from "../../stage/mark.ts";
import type { PlayerState } from "../store/player-state.ts";
import { captionHeight, captionLines, withCaption } from "./caption.ts";
import { DrawingStage, type Theme } from "./drawing-stage.ts";
import type { FilmFormat, FilmOrder, FilmReport } from "./film-messages.ts";
import type { FilmFile } from "./film-writer.ts";
import { pageFonts } from "./page-fonts.ts";
import type { Shot } from "./shots.ts";
import { webVtt } from "./web-vtt.ts";

export interface FilmPlan {
  readonly format: FilmFormat;
  readonly shots: readonly Shot[];
  /** What is said at a place; empty for nothing. */
  readonly words: (playhead: number) => string;
  /** Of the picture, in px of the page. */
  readonly size: Size;
  /** px of the film for each of them. */
  readonly scale: number;
  readonly theme: Theme;
}

/** How many pictures may be on their way to the maker: more would only fill the memory. */
const UNDER_WAY = 3;

/**
 * Make a film. Pictures are laid out on the page, one at a time with a rest between them; painting and encoding happen in a
 * worker.
 *
 * @param progress called with the share that is done, 0 … 1
 * @param signal calls it off: the promise then rejects with the signal's reason
 * @throws Error with words for the reader when it cannot be made
 */
export async function makeFilm(
  state: PlayerState,
  plan: FilmPlan,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<FilmFile> {
  const { shots, words, size, scale } = plan;
  const said = shots.map(({ playhead }) => words(playhead));
  const room = captionHeight(Math.max(0, ...said.map((text) => captionLines(text, size.width).length)));
  const maker = new Maker(signal);
  const stage = new DrawingStage(plan.theme);
  try {
    maker.order({
      kind: "begin",
      format: plan.format,
      width: even(size.width * scale),
      height: even((size.height + room) * scale),
      fonts: pageFonts(),
      captions: webVtt(shots.map(({ duration }, index) => ({ duration, text: said[index] ?? "" }))),
    });
    for (const [index, { playhead, duration }] of shots.entries()) {
      const picture = stage.draw(state, playhead, size);
      maker.order({
        kind: "shot",
        drawing: withCaption(picture, said[index] ?? "", room, stage.type),
        duration,
      });
      await maker.taken(index + 1 - UNDER_WAY);
      progress((index + 1) / (shots.length + 1));
    }
    maker.order({ kind: "end" });
    return await maker.film;
  } finally {
    stage.dispose();
    maker.dismiss();
  }
}

/** Video wants even numbers. */
function even(length: number): number {
  return 2 * Math.round(length / 2);
}

/** The worker that makes a film, and how far it has come. */
class Maker {
  readonly film: Promise<FilmFile>;
  readonly #worker = new Worker(new URL("./film-worker.ts", import.meta.url), { type: "module" });
  #taken = 0;
  #wake = () => {};
  #fail: (error: unknown) => void = () => {};

  constructor(signal: AbortSignal) {
    this.film = new Promise((resolve, reject) => {
      this.#fail = reject;
      this.#worker.addEventListener("message", ({ data }: MessageEvent<FilmReport>) => {
        if (data.kind === "done") resolve(data);
        else if (data.kind === "failed") reject(new Error(data.message));
        else {
          this.#taken += 1;
          this.#wake();
        }
      });
    });
    this.#worker.addEventListener("error", ({ message }) =>
      this.#fail(new Error(message || "what makes films could not be loaded")),
    );
    signal.addEventListener("abort", () => this.#fail(signal.reason));
    if (signal.aborted) this.#fail(signal.reason);
  }

  order(order: FilmOrder): void {
    this.#worker.postMessage(order);
  }

  /** Until so many pictures are in the film, and the page has had time for itself. */
  async taken(count: number): Promise<void> {
    await Promise.race([rest(), this.film]);
    while (this.#taken < count) {
      const woken = new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
      await Promise.race([woken, this.film]);
    }
  }

  dismiss(): void {
    this.#worker.terminate();
    // Nobody waits for it any more.
    this.film.catch(() => {});
  }
}

function rest(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
