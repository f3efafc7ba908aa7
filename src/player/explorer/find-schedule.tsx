import { useEffect, useRef, useState } from "react";
import { faultInWords } from "../../engine/explore/fault.ts";
import type { Progress, SearchResult } from "../../engine/explore/search.ts";
import { grouped } from "../../engine/index.ts";
import { parametersAt } from "../store/hand-live.ts";
import { type Origin, originOfPlace, originOfRun, playSchedule, type Shown } from "../store/hand-schedule.ts";
import { lineOf, shownPosition } from "../store/player-state.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import { countText } from "./count-text.ts";
import { type Searching, startSearch } from "./searcher.ts";

type Course =
  | { readonly at: "rest"; readonly words: string; readonly bad: boolean }
  | { readonly at: "work"; readonly progress: Progress | undefined; readonly on: Searching["on"] };

const REST: Course = { at: "rest", words: "", bad: false };

/** How a result names the place that its schedules begin at; it is read after the reader has moved on. */
const FROM: { readonly [at in Origin["at"]]: string } = {
  start: "from the start",
  own: "from where your own run began",
  here: "from where you stood",
};

/** Has a schedule looked for that breaks something, from the start of the run or from the place on show; it is played. */
export function FindSchedule() {
  const player = usePlayer();
  const [course, setCourse] = useState<Course>(REST);
  const searching = useRef<Searching | undefined>(undefined);
  const line = usePlayerState(lineOf);
  const position = usePlayerState(shownPosition);
  const parameters = JSON.stringify(parametersAt(line, line.at(position)));

  const end = (words = "", bad = false) => {
    searching.current?.cancel();
    searching.current = undefined;
    setCourse({ at: "rest", words, bad });
  };
  const begin = (originOf: (shown: Shown) => Origin) => {
    const origin = originOf({ hand: player.state.hand, line, position });
    player.pause();
    const started = startSearch(origin.setup, origin.inputs, (message) => {
      if (message.kind === "progress") {
        setCourse({ at: "work", progress: message.progress, on: started.on });
      } else if (message.kind === "error") {
        end(`The search has failed: ${message.message}.`, true);
      } else {
        const { result } = message;
        end(resultText(result, FROM[origin.at]), result.found);
        if (result.found && result.inputs.length > 0) playSchedule(player, origin, result.inputs);
      }
    });
    searching.current = started;
    setCourse({ at: "work", progress: undefined, on: started.on });
  };
  // What was found, or is being looked for, is true of this code and these parameters only.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it must end exactly when the parameters change
  useEffect(
    () => () => {
      searching.current?.cancel();
      searching.current = undefined;
      setCourse(REST);
    },
    [parameters],
  );
  const working = course.at === "work";
  return (
    <section className="find">
      {working ? (
        <button type="button" className="button" onClick={() => end("The search was called off.")}>
          Cancel the search
        </button>
      ) : (
        <div className="find-from">
          <button type="button" className="button primary" onClick={() => begin(originOfRun)}>
            Find a schedule that breaks it
          </button>
          {position > 0 && (
            <button
              type="button"
              className="button"
              title="Only the schedules that go on from the place on show"
              onClick={() => begin(originOfPlace)}
            >
              Find one from here
            </button>
          )}
        </div>
      )}
      {working && <p className="progress">{progressText(course.progress)}</p>}
      {working && course.on === "page" && (
        <p className="progress">This browser has no workers, so the page itself searches.</p>
      )}
      <p role="status" className={course.at === "rest" && course.bad ? "fault" : "result"}>
        {course.at === "rest" && course.words}
      </p>
    </section>
  );
}

function progressText(progress: Progress | undefined): string {
  if (progress === undefined) return "Searching …";
  const { states, schedules, depth } = progress;
  return `${grouped(states)} states, ${countText(schedules)} schedules, ${depth} moves deep`;
}

function resultText(result: SearchResult, from: string): string {
  const { states, schedules } = result;
  if (result.found) {
    const { inputs, fault } = result;
    if (inputs.length === 0) return `It is broken already: ${faultInWords(fault)}.`;
    return `The shortest ${from} has ${inputs.length} moves. At its end ${faultInWords(fault)}.`;
  }
  if (result.complete && schedules === 1n) return `There is one schedule ${from}, and it does not fail.`;
  if (result.complete) return `None of ${countText(schedules)} schedules ${from} fails; all were tried.`;
  return `None of those tried ${from} failed; the search stopped at its limit, after ${grouped(states)} states.`;
}
