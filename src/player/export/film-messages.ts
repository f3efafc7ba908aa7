import type { Drawing } from "./drawing.ts";

export type FilmFormat = "gif" | "video";

/** A font of the page's own, for whoever has no page. */
export interface FontSource {
  readonly family: string;
  readonly source: string;
  readonly weight: string;
  readonly style: string;
}

/** What the maker of a film is sent: how it is to be, then picture after picture, then that there are no more. */
export type FilmOrder =
  | {
      readonly kind: "begin";
      readonly format: FilmFormat;
      /** In px of the film. */
      readonly width: number;
      readonly height: number;
      readonly fonts: readonly FontSource[];
      /** The words of the film with their times, as WebVTT; empty for none. */
      readonly captions: string;
    }
  | { readonly kind: "shot"; readonly drawing: Drawing /** In ms. */; readonly duration: number }
  | { readonly kind: "end" };

/** What it answers: each picture when it is in the film, and the film. */
export type FilmReport =
  | { readonly kind: "taken" }
  | { readonly kind: "done"; readonly bytes: ArrayBuffer; readonly type: string; readonly extension: string }
  | { readonly kind: "failed"; readonly message: string };
