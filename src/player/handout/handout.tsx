import { useEffect, useMemo, useState } from "react";
import { type Ask, predict, type Track } from "../../scenario/index.ts";
import { MovingStage } from "../../stage/moving-stage.tsx";
import type { Picture } from "../../views/view.ts";
import { episodeHref } from "../link/episode-href.ts";
import { Words } from "../narration/words.tsx";
import { clockText } from "../pace/clock-text.ts";
import { panesOf } from "../picture/panes-of.ts";
import { pictureAt } from "../picture/picture-at.ts";
import { answerWords } from "../question/check-answer.ts";
import type { Player } from "../store/player.ts";
import type { PlayerState } from "../store/player-state.ts";
import "./handout.css";

/** Of each picture, in px: two fit on a page with their words. */
const SIZE = { width: 640, height: 400 };

/** A chapter to be printed: each step's picture and words, the questions, and on a page of their own the answers. */
export default function Handout({ player }: { readonly player: Player }) {
  const [come, setCome] = useState<"no" | "yes" | Error>("no");
  const [answers, setAnswers] = useState(true);
  const { steps } = player.state.track;
  useEffect(() => {
    player.supply.provide(0, steps - 1).then(
      () => setCome("yes"),
      (error: unknown) => setCome(error instanceof Error ? error : new Error(String(error))),
    );
  }, [player, steps]);
  const { episode, track } = player.state;
  const { chapter } = track.track;
  const asked = chapter.beats.flatMap(({ ask }, step) => (ask === undefined ? [] : [{ ask, step }]));
  if (come instanceof Error) throw come;
  return (
    <main className="handout">
      <div className="handout-bar">
        <a href={episodeHref(episode.slug, chapter.id)}>Back to the chapter</a>
        <label>
          <input type="checkbox" checked={answers} onChange={({ target }) => setAnswers(target.checked)} />
          <span>with answers</span>
        </label>
        <button type="button" className="button primary" aria-disabled={come !== "yes"} onClick={print}>
          Print
        </button>
      </div>
      <header>
        <p className="handout-episode">
          Episode {episode.number}: {episode.title} · {clockText(chapter.start)}
        </p>
        <h1>{chapter.title}</h1>
      </header>
      {come === "yes" && (
        <>
          <ol className="handout-steps">
            {chapter.beats.map((beat, step) => (
              // The steps of a chapter never change their order.
              <li key={track.opens(step)}>
                <StepPicture state={player.state} step={step} />
                <div className="handout-words">
                  <Words text={beat.text} />
                </div>
              </li>
            ))}
          </ol>
          {asked.length > 0 && <Questions asked={asked} />}
          {asked.length > 0 && answers && <Answers asked={asked} track={track.track} />}
        </>
      )}
    </main>
  );
}

function print(): void {
  window.print();
}

/** How things stand when a step has been done. */
function StepPicture({ state, step }: { readonly state: PlayerState; readonly step: number }) {
  const { track, stock } = state;
  const position = track.ends(step);
  const picture = pictureAt(track, position);
  const views = track.scene(track.at(position)).views.flatMap((id) => stock.views.get(id) ?? []);
  const [main] = views;
  return (
    <figure>
      <MovingStage<Picture>
        label={main?.describe(picture) ?? ""}
        {...SIZE}
        lit={null}
        onPoint={() => {}}
        onPick={() => {}}
        picking={null}
        panes={panesOf(views, { from: picture, to: picture, t: 0 }, SIZE)}
      />
    </figure>
  );
}

interface Asked {
  readonly ask: Ask;
  /** After which it is asked, counted from 0. */
  readonly step: number;
}

function Questions({ asked }: { readonly asked: readonly Asked[] }) {
  return (
    <section className="handout-questions">
      <h2>Questions</h2>
      <ol>
        {asked.map(({ ask, step }) => (
          <li key={step}>
            <p className="handout-question">
              {ask.question} <small>After step {step + 1}.</small>
            </p>
            {ask.answer.pick === "choice" ? (
              <ul className="handout-options">
                {ask.answer.options.map(({ text }) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            ) : (
              <p className="handout-line" />
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** What the engine answers. */
function Answers({ asked, track }: { readonly asked: readonly Asked[]; readonly track: Track }) {
  const answers = useMemo(
    () =>
      asked.map(({ ask, step }) => {
        const { answer } = predict(ask, track.branch(step));
        return { step, words: answer.ok ? answerWords(ask, answer.value) : answer.message, why: ask.why };
      }),
    [asked, track],
  );
  return (
    <section className="handout-answers">
      <h2>Answers</h2>
      <ol>
        {answers.map(({ step, words, why }) => (
          <li key={step}>
            <strong>{words}</strong> {why}
          </li>
        ))}
      </ol>
    </section>
  );
}
