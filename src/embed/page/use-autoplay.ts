import { useEffect } from "react";
import type { Player } from "../../player/store/player.ts";

/** How much of it must be in sight. Of a high frame on a small screen there is never much. */
const IN_SIGHT = 0.3;

/** Begin to play when a reader can see it, unless they want no motion or have begun to move it themselves. */
export function useAutoplay(player: Player, wanted: boolean): void {
  useEffect(() => {
    if (!wanted || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
    const { gestures } = player.state;
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer.disconnect();
        if (player.state.gestures === gestures && !player.state.playing) player.play();
      },
      { threshold: IN_SIGHT },
    );
    observer.observe(document.documentElement);
    return () => observer.disconnect();
  }, [player, wanted]);
}
