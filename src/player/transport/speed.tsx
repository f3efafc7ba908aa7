import { usePlayer, usePlayerState } from "../store/use-player.ts";

const SPEEDS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3, 4];

/** How fast time passes. */
export function Speed() {
  const player = usePlayer();
  const speed = usePlayerState((state) => state.speed);
  return (
    <select
      className="speed"
      aria-label="Speed"
      title="Speed"
      value={speed}
      onChange={(event) => player.setSpeed(Number(event.target.value))}
    >
      {(SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed]).map((value) => (
        <option key={value} value={value}>
          {value}×
        </option>
      ))}
    </select>
  );
}
