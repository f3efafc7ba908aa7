import { usePlayer } from "../store/use-player.ts";

/** The way out of a run by hand. */
export function BackToEpisode() {
  const player = usePlayer();
  const leave = () => {
    player.backToEpisode();
    // This button is gone by then, and the focus must not go with it.
    document.querySelector<HTMLElement>(".transport .play")?.focus();
  };
  return (
    <button type="button" className="button" onClick={leave}>
      Back to the episode
    </button>
  );
}
