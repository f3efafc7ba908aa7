import type { Player } from "./player.ts";

/**
 * A chapter that the reader has asked for and that is on its way, or a later scene of this one: until it has come, the page
 * stays where it is.
 */
export interface ComingChapter {
  readonly chapter: number;
  /** The step to begin at, counted from 0. */
  readonly step: number;
  /** The position in this chapter to go to, if it is not where the step opens. */
  readonly position?: number;
  /** Whether to play it as soon as it has come. */
  readonly play: boolean;
  /** It could not be loaded. */
  readonly failed: boolean;
}

/** Send for a chapter and open it when it has come, unless something else has been asked for by then. */
export function sendFor(player: Player, wish: ComingChapter): void {
  const { chapter, step } = wish;
  player.store.setState({ coming: wish });
  const stillWanted = () => (player.state.coming?.chapter === chapter ? player.state.coming : null);
  player.chapters.send(chapter, step).then(
    () => {
      const coming = stillWanted();
      if (coming !== null) fulfil(player, coming);
    },
    () => {
      const coming = stillWanted();
      if (coming !== null) player.store.setState({ coming: { ...coming, failed: true } });
    },
  );
}

/** Send once more for the chapter that could not be loaded. */
export function sendAgain(player: Player): void {
  const { coming } = player.state;
  if (coming !== null) fulfil(player, coming);
}

function fulfil(player: Player, { chapter, step, position, play }: ComingChapter): void {
  if (position === undefined) player.openChapter(chapter, step, play);
  else {
    player.seek(position);
    if (play) player.play(1);
  }
}

/** Stay here after all. */
export function stay(player: Player): void {
  player.store.setState({ coming: null });
}

/** Send quietly for what comes next in this chapter, and for the chapter after it, so that going on needs no waiting. */
export function sendAhead(player: Player): void {
  player.supply.restock();
  const next = player.nextChapter(1);
  // Whoever opens it is told when it cannot be loaded.
  if (next !== undefined) player.chapters.send(next).catch(() => {});
}
