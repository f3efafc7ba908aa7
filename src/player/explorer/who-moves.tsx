import { letTimePass, pickByHand } from "../store/hand-picks.ts";
import type { Threads } from "../store/threads-at.ts";
import { usePlayer } from "../store/use-player.ts";

interface WhoMovesProps {
  readonly threads: Threads;
  /** Virtual time in ms. */
  readonly now: number;
}

/** So many of those who cannot move are told one by one. */
const TOLD = 8;

/** Whoever could move next, as buttons: choosing one has it do its next smallest step. */
export function WhoMoves({ threads, now }: WhoMovesProps) {
  const player = usePlayer();
  const { runnable, nextTime, asleep } = threads;
  const doing = new Map([...threads.threads].map(({ name, doing }) => [name, doing]));
  const others = [...doing].filter(([name]) => !runnable.includes(name));
  return (
    <section aria-labelledby="who-moves">
      <h2 id="who-moves">Who moves next?</h2>
      <ul className="movers">
        {runnable.map((name, index) => (
          <li key={name}>
            <button type="button" className="mover" onClick={() => pickByHand(player, name)}>
              <b>{name}</b> <span>{doing.get(name)}</span>
              {index < 9 && (
                <i className="key" aria-hidden="true">
                  {index + 1}
                </i>
              )}
            </button>
          </li>
        ))}
      </ul>
      {runnable.length === 0 && nextTime !== null && (
        <button type="button" className="mover clock" onClick={() => letTimePass(player)}>
          <span>
            Let time pass from {now} to {nextTime} ms
          </span>
          <i className="key" aria-hidden="true">
            1
          </i>
        </button>
      )}
      {runnable.length === 0 && nextTime === null && (
        <p className="nobody">
          {asleep === null
            ? "Nobody can move any more: it is over."
            : `Nobody will ever move again: ${asleep}.`}
        </p>
      )}
      {others.length > 0 && runnable.length > 0 && (
        <ul className="still" aria-label="Those who cannot move">
          {others.slice(0, TOLD).map(([name, what]) => (
            <li key={name}>
              <b>{name}</b> {what}
            </li>
          ))}
          {others.length > TOLD && <li>… and {others.length - TOLD} more</li>}
        </ul>
      )}
    </section>
  );
}
