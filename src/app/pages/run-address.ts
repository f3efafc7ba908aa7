import { addressOf } from "../../player/link/address.ts";
import { replaceHash } from "../../player/routes/use-route.ts";
import type { Player } from "../../player/store/player.ts";
import type { PlayerState } from "../../player/store/player-state.ts";

/** Browsers let a page change its address only so often: what is done within so many ms is one change. */
const TOGETHER = 300;
/** What a link may say besides where it leads. */
const BESIDES = /&(?:sum|tab)=[^&]*/g;

/**
 * Have the address lead to the very moment that the reader has come to by hand. It follows what they do, not what plays; a run
 * that is too long for an address leaves it where it was, and so does an exercise, which no link leads to.
 *
 * @param begun something was done by hand already
 * @returns what ends it
 */
export function followRun(player: Player, begun = false): () => void {
  let timer: number | undefined;
  let mine = location.hash;
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    const href = isRun(player.state) ? addressOf(player.state, "moment") : undefined;
    // A link may have led elsewhere by now, or here.
    if (href === undefined || location.hash !== mine || mine.replace(BESIDES, "") === href) return;
    replaceHash(href);
    mine = location.hash;
  };
  const expect = () => {
    if (timer !== undefined || !isRun(player.state)) return;
    mine = location.hash;
    timer = window.setTimeout(write, TOGETHER);
  };
  const leave = () => {
    if (timer !== undefined || player.state.playing) write();
  };
  const unsubscribe = player.store.subscribe((state, before) => {
    const done =
      state.gestures !== before.gestures || state.hand !== before.hand || state.playing !== before.playing;
    if (done && !state.playing) expect();
  });
  window.addEventListener("pagehide", leave);
  if (begun && !player.state.playing) expect();
  return () => {
    unsubscribe();
    clearTimeout(timer);
    window.removeEventListener("pagehide", leave);
  };
}

function isRun({ hand }: PlayerState): boolean {
  return hand !== null && hand.exercise === undefined;
}
