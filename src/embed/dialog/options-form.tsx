import { useId } from "react";
import { CONTROLS, type EmbedOptions, PANELS, type Panel, THEMES } from "../options/options.ts";
import type { Choice, Extent } from "./embed-choice.ts";

interface OptionsProps {
  readonly choice: Choice;
  readonly extents: readonly Extent[];
  /** How many steps the chapter has. */
  readonly steps: number;
  readonly chapter: string;
  /** Whether there are threads to choose among. */
  readonly threads: boolean;
  /** A run by hand, with no words. */
  readonly free: boolean;
  readonly onChoose: (choice: Choice) => void;
}

const PANEL_WORDS: { readonly [Name in Panel]: string } = {
  narration: "Narration",
  code: "Code",
  state: "State",
  log: "Log",
  schedules: "Schedules",
  hands: "Hand controls",
};
const CONTROL_WORDS = { full: "Full", minimal: "Minimal: play and steps", none: "None" };
const THEME_WORDS = { auto: "As the reader’s", light: "Light", dark: "Dark" };

/** What is shown, and how. */
export function Options({ choice, extents, steps, chapter, threads, free, onChoose }: OptionsProps) {
  const { options } = choice;
  const set = (change: Partial<EmbedOptions>) => onChoose({ ...choice, options: { ...options, ...change } });
  const words: { readonly [Name in Extent]: string } = {
    moment: "From this moment",
    chapter: `The chapter “${chapter}”`,
    steps: "Some steps of it only",
    all: free ? "The run from its start" : "The whole episode",
  };
  const panels = PANELS.filter(
    (panel) => (panel !== "schedules" || threads) && (panel !== "narration" || !free),
  );
  return (
    <form className="embed-options" onSubmit={(event) => event.preventDefault()}>
      <Group name="What">
        {extents.map((extent) => (
          <label key={extent}>
            <input
              type="radio"
              name="extent"
              checked={choice.extent === extent}
              onChange={() => onChoose({ ...choice, extent })}
            />
            {words[extent]}
          </label>
        ))}
        {choice.extent === "steps" && (
          <div className="embed-steps">
            <Step
              name="From step"
              value={choice.from}
              steps={steps}
              onStep={(from) => onChoose({ ...choice, from })}
            />
            <Step
              name="to step"
              value={choice.to}
              steps={steps}
              onStep={(to) => onChoose({ ...choice, to })}
            />
          </div>
        )}
      </Group>
      <Group name="Panels">
        {panels.map((panel) => (
          <Check
            key={panel}
            name={PANEL_WORDS[panel]}
            on={options.panels.includes(panel)}
            onChange={(on) =>
              set({ panels: PANELS.filter((one) => (one === panel ? on : options.panels.includes(one))) })
            }
          />
        ))}
      </Group>
      <Group name="Controls and looks">
        <Select
          name="Controls"
          values={CONTROLS}
          words={CONTROL_WORDS}
          value={options.controls}
          onValue={(controls) => set({ controls })}
        />
        <Select
          name="Theme"
          values={THEMES}
          words={THEME_WORDS}
          value={options.theme}
          onValue={(theme) => set({ theme })}
        />
        <div className="embed-accent">
          <Check
            name="Accent colour"
            on={options.accent !== undefined}
            onChange={(on) => set({ accent: on ? "#3b3bc0" : undefined })}
          />
          {options.accent !== undefined && (
            <input
              type="color"
              aria-label="Colour"
              value={options.accent}
              onChange={(event) => set({ accent: event.target.value })}
            />
          )}
        </div>
      </Group>
      <Group name="Playing">
        <Check name="Play by itself" on={options.autoplay} onChange={(autoplay) => set({ autoplay })} />
        {!free && <Check name="Again and again" on={options.loop} onChange={(loop) => set({ loop })} />}
        <Check
          name="Link to the whole page"
          on={options.full ?? options.controls !== "none"}
          onChange={(full) => set({ full: full === (options.controls !== "none") ? undefined : full })}
        />
      </Group>
    </form>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <fieldset>
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
}

interface CheckProps {
  readonly name: string;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
}

function Check({ name, on, onChange }: CheckProps) {
  return (
    <label>
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {name}
    </label>
  );
}

interface SelectProps<T extends string> {
  readonly name: string;
  readonly values: readonly T[];
  readonly words: { readonly [Value in T]: string };
  readonly value: T;
  readonly onValue: (value: T) => void;
}

function Select<T extends string>({ name, values, words, value, onValue }: SelectProps<T>) {
  const id = useId();
  return (
    <div className="embed-select">
      <label htmlFor={id}>{name}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = values.find((one) => one === event.target.value);
          if (chosen !== undefined) onValue(chosen);
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {words[one]}
          </option>
        ))}
      </select>
    </div>
  );
}

interface StepProps {
  readonly name: string;
  readonly value: number;
  readonly steps: number;
  readonly onStep: (step: number) => void;
}

function Step({ name, value, steps, onStep }: StepProps) {
  return (
    <label>
      {name}
      <input
        type="number"
        min={1}
        max={steps}
        value={value}
        onChange={(event) => {
          const step = event.target.valueAsNumber;
          if (Number.isInteger(step)) onStep(Math.min(steps, Math.max(1, step)));
        }}
      />
    </label>
  );
}
