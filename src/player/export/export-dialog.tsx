import { useEffect, useRef, useState } from "react";
import { Dialog } from "../dialog/dialog.tsx";
import type { Player } from "../store/player.ts";
import { lineOf, shownStep } from "../store/player-state.ts";
import { type Choice, FORMATS, outlookOn, PROPORTIONS, SPEEDS } from "./choices.ts";
import "./export-dialog.css";
import { exportFile } from "./export-file.ts";
import { Choose, StepField } from "./fields.tsx";
import { Preview } from "./preview.tsx";
import { saveFile } from "./save-file.ts";

interface Props {
  readonly player: Player;
  readonly onClose: () => void;
}

/** What is under way, or came of it. */
type Outcome =
  | { readonly kind: "busy"; readonly share: number }
  | { readonly kind: "saved"; readonly name: string }
  | { readonly kind: "failed"; readonly message: string };

const THEMES = { light: { title: "light" }, dark: { title: "dark" } };

/** The picture on show, or some steps as they move, as a file to keep. */
export default function ExportDialog({ player, onClose }: Props) {
  const underWay = useRef<AbortController>(undefined);
  const [choice, setChoice] = useState(() => firstChoice(player));
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    player.pause();
    return () => underWay.current?.abort();
  }, [player]);
  const outlook = outlookOn(player.state, choice);
  const busy = outcome?.kind === "busy";
  const change = (part: Partial<Choice>) => {
    setChoice({ ...choice, ...part });
    setOutcome(undefined);
  };
  const save = async () => {
    const controller = new AbortController();
    underWay.current = controller;
    setOutcome({ kind: "busy", share: 0 });
    try {
      const progress = (share: number) => setOutcome({ kind: "busy", share });
      const { name, contents, type } = await exportFile(player, choice, progress, controller.signal);
      saveFile(name, contents, type);
      setOutcome({ kind: "saved", name });
    } catch (error) {
      if (controller.signal.aborted) setOutcome(undefined);
      else setOutcome({ kind: "failed", message: error instanceof Error ? error.message : String(error) });
    }
  };
  return (
    <Dialog title="Save as a file" className="export" onClose={onClose}>
      <Preview player={player} choice={choice} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy && outlook.ok) save();
        }}
      >
        <Choices player={player} choice={choice} disabled={busy} change={change} />
        <div className="export-actions">
          {busy ? (
            <>
              <button type="button" className="button" onClick={() => underWay.current?.abort()}>
                Cancel
              </button>
              <progress aria-label="How much of the file is made" max={1} value={outcome.share} />
            </>
          ) : (
            <button type="submit" className="button primary" aria-disabled={!outlook.ok}>
              Save
            </button>
          )}
          <p role="status" className={outlook.ok && outcome?.kind !== "failed" ? "" : "bad"}>
            {outcome === undefined ? outlook.words : wordsOf(outcome)}
          </p>
        </div>
      </form>
    </Dialog>
  );
}

function wordsOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case "busy":
      return "The file is being made.";
    case "saved":
      return `Saved as ${outcome.name}.`;
    case "failed":
      return `The file could not be made: ${outcome.message}.`;
  }
}

function firstChoice({ state }: Player): Choice {
  const step = shownStep(state);
  const { theme } = document.documentElement.dataset;
  const dark = theme === undefined ? matchMedia("(prefers-color-scheme: dark)").matches : theme === "dark";
  return {
    format: "png",
    proportion: "wide",
    theme: dark ? "dark" : "light",
    captions: true,
    first: step,
    last: step,
    speed: "normal",
  };
}

interface ChoicesProps {
  readonly player: Player;
  readonly choice: Choice;
  readonly disabled: boolean;
  readonly change: (part: Partial<Choice>) => void;
}

function Choices({ player: { state }, choice, disabled, change }: ChoicesProps) {
  const { first, last } = choice;
  const word = state.hand === null ? "step" : "operation";
  // Nothing is done yet at the first place of a run by hand: its operations count from there.
  const shared = { steps: lineOf(state).steps, base: state.hand === null ? 1 : 0 } as const;
  return (
    <fieldset className="export-choices" disabled={disabled}>
      <legend className="for-ears">The file</legend>
      <Choose
        label="Kind"
        value={choice.format}
        options={FORMATS}
        onChange={(format) => change({ format })}
      />
      <Choose
        label="Shape"
        value={choice.proportion}
        options={PROPORTIONS}
        onChange={(proportion) => change({ proportion })}
      />
      <Choose label="Colours" value={choice.theme} options={THEMES} onChange={(theme) => change({ theme })} />
      {"rate" in FORMATS[choice.format] && (
        <>
          <StepField
            {...shared}
            label={`From ${word}`}
            value={first}
            onChange={(step) => change({ first: step, last: Math.max(step, last) })}
          />
          <StepField
            {...shared}
            label={`To ${word}`}
            value={last}
            onChange={(step) => change({ last: step, first: Math.min(step, first) })}
          />
          <Choose
            label="Speed"
            value={choice.speed}
            options={SPEEDS}
            onChange={(speed) => change({ speed })}
          />
        </>
      )}
      <label className="export-check">
        <input
          type="checkbox"
          checked={choice.captions}
          onChange={({ target }) => change({ captions: target.checked })}
        />
        <span>Words below the picture</span>
      </label>
    </fieldset>
  );
}
