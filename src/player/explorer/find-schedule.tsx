import { useEffect, useRef, useState } from "react";
import { faultInWords } from "../../engine/explore/fault.ts";
import type { Progress, SearchResult } from "../../engine/explore/search.ts";
import { grouped } from "../../engine/index.ts";
import { playFromHere } from "../store/hand-schedule.ts";
import { lineOf, shownPosition } from "../store/player-state.ts";
import { usePlayer, usePlayerState } from "../store/use-player.ts";
import { countText } from "./count-text.ts";
import { type Searching, startSearch } from "./searcher.ts";

type Course =
  | { readonly at: "rest"; readonly words: string; readonly bad: boolean }
  | { readonly at: "work"; readonly progress: Progress | undefined; readonly on: Searching["on"] };

const REST: Course = { at: "rest", words: "", bad: false };

/** Has a schedule looked for that breaks something, from the place on show on; what is found is played. */
export function FindSchedule() {
  const player = usePlayer();
  const [course, setCourse] = useState<Course>(REST);
  const searching = useRef<Searching | undefined>(undefined);
  const line = usePlayerState(lineOf);
  const position = usePlayerState(shownPosition);

  const end = (words = "", bad = false) => {
    searching.current?.cancel();
    searching.current = undefined;
    setCourse({ at: "rest", words, bad });
  };
  const begin = () => {
    const moment = line.at(position);
    const recording = line.recording(moment);
    player.pause();
    const started = startSearch(recording.setup, recording.inputsTo(moment.frame.index), (message) => {
      if (message.kind === "progress") {
        setCourse({ at: "work", progress: message.progress, on: started.on });
      } else if (message.kind === "error") {
        end(`The search has failed: ${message.message}.`, true);
      } else {
        end(resultText(message.result), message.result.found);
        if (message.result.found) playFromHere(player, message.result.inputs);
      }
    });
    searching.current = started;
    setCourse({ at: "work", progress: undefined, on: started.on });
  };
  // What is searched is how things stood; a reader who goes elsewhere has another question.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it must end exactly when the place changes
  useEffect(
    () => () => {
      searching.current?.cancel();
      if (searching.current !== undefined) setCourse(REST);
      searching.current = undefined;
    },
    [line, position],
  );
  const working = course.at === "work";
  return (
    <section className="find">
      {working ? (
        <button type="button" className="button" onClick={() => end("The search was called off.")}>
          Cancel the search
        </button>
      ) : (
        <button type="button" className="button primary" onClick={begin}>
          Find a schedule that breaks it
        </button>
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

function resultText(result: SearchResult): string {
  const { states, schedules } = result;
  if (result.found) {
    const { inputs, fault } = result;
    if (inputs.length === 0) return `It is broken already: ${faultInWords(fault)}.`;
    return `The shortest has ${inputs.length} moves. At its end ${faultInWords(fault)}.`;
  }
  if (result.complete && schedules === 1n) return "There is one schedule, and it does not fail.";
  if (result.complete) return `None of ${countText(schedules)} schedules fails; all were tried.`;
  return `None of those tried failed; the search stopped at its limit, after ${grouped(states)} states.`;
}
