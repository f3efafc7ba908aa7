import { memo, type RefObject, useEffect, useRef } from "react";
import type { Beat } from "../../scenario/index.ts";
import { BackToEpisode } from "../hands/back-to-episode.tsx";
import { ChapterEnd, Practice, Question } from "../later-parts.tsx";
import { clockText } from "../pace/clock-text.ts";
import { questionKey } from "../store/answer-book.ts";
import { openQuestion } from "../store/open-question.ts";
import type { Player } from "../store/player.ts";
import { shownStep } from "../store/player-state.ts";
import { rangeOf, showsStep } from "../store/range.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import { keepInSightOf } from "./keep-in-sight.ts";
import "./narration.css";
import { Words } from "./words.tsx";

/** The chapter's words, all of them, with the step on show marked. Each step leads to its place. */
export function Narration({ titled = true }: { readonly titled?: boolean }) {
  const player = usePlayer();
  const list = useRef<HTMLOListElement>(null);
  const panel = useRef<HTMLElement>(null);
  const chapter = usePlayerState(({ track }) => track.track.chapter);
  const number = usePlayerState(({ episode }) => episode.number);
  const byHand = usePlayerState(({ hand }) => hand !== null);
  const practising = usePlayerState(({ hand }) => hand?.exercise !== undefined);
  const current = usePlayerState((state) =>
    state.hand === null ? shownStep(state) : state.track.stepAt(state.leftAt),
  );
  useClicks(list, player);
  const range = usePlayerState(rangeOf);
  const asked = usePlayerState((state) => openQuestion(state)?.step);
  useEffect(() => {
    const shown = () => {
      const step = list.current?.children[current];
      if (asked === current) return step?.querySelector(".question") ?? undefined;
      return (practising ? step?.querySelector("[data-in-sight]") : undefined) ?? step;
    };
    if (panel.current === null || list.current === null) return;
    return keepInSightOf(panel.current, shown, byHand && !practising, list.current);
  }, [current, asked, byHand, practising]);
  return (
    <section className="narration" aria-label="Narration" ref={panel} data-scrolls>
      {titled && (
        <header>
          <p className="eyebrow">
            Episode {number} · {clockText(chapter.start)}
          </p>
          <h1>{chapter.title}</h1>
        </header>
      )}
      {byHand && titled && !practising && (
        <div className="aside by-hand">
          <span>By hand</span>
          <BackToEpisode />
        </div>
      )}
      <ol ref={list}>
        {chapter.beats.map((beat, step) => (
          <Step
            key={`${chapter.id} ${player.state.track.opens(step)}`}
            chapter={chapter.id}
            step={step}
            beat={beat}
            when={step === current ? "current" : step < current ? "past" : "coming"}
            // What comes next is the answer: it waits for the reader's own.
            hidden={(asked !== undefined && step > asked) || !showsStep(range, player.state.track, step)}
          />
        ))}
      </ol>
      <ChapterEnd />
    </section>
  );
}

interface StepProps {
  /** The chapter's id. */
  readonly chapter: string;
  readonly step: number;
  readonly beat: Beat;
  readonly when: "past" | "current" | "coming";
  readonly hidden: boolean;
}

/** One step's words. Where another step begins, only the two that it concerns are rendered: at that moment the picture moves. */
const Step = memo(function Step({ chapter, step, beat, when, hidden }: StepProps) {
  const name = `Go to step ${step + 1}`;
  return (
    <li
      data-step={step}
      hidden={hidden}
      className={when === "coming" ? "step" : `step ${when}`}
      aria-current={when === "current" ? "step" : undefined}
    >
      <button type="button" className="step-number" aria-label={name} title={name}>
        {step + 1}
      </button>
      <div className="step-words">
        <Words text={beat.text} />
        {beat.ask && <Question key={questionKey(chapter, step)} step={step} ask={beat.ask} />}
        {beat.practice && <Practice step={step} practice={beat.practice} />}
      </div>
    </li>
  );
});

/** One listener for all steps: a click anywhere in a step's words goes there, but for links and the question's controls. */
function useClicks(list: RefObject<HTMLOListElement | null>, player: Player): void {
  useEffect(() => {
    const { current } = list;
    const go = ({ target }: MouseEvent) => {
      if (!(target instanceof Element) || target.closest("a, form, .question")) return;
      if (target.closest("button:not(.step-number)") || document.getSelection()?.isCollapsed === false)
        return;
      const step = target.closest("[data-step]")?.getAttribute("data-step");
      if (step === null || step === undefined) return;
      if (player.state.hand === null) player.goToStep(Number(step));
      else player.openChapter(player.state.chapter, Number(step));
    };
    current?.addEventListener("click", go);
    return () => current?.removeEventListener("click", go);
  }, [list, player]);
}
