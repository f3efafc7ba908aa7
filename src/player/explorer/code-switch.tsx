import { useId, useState } from "react";
import type { Field, Plain, System } from "../../engine/index.ts";
import { inWords } from "../hands/in-words.ts";
import { type Redone, redoWith } from "../store/hand-schedule.ts";
import { usePlayer } from "../store/use-player.ts";

/** The parameter that chooses the code that runs. */
const CODE = "code";

interface CodeSwitchProps {
  readonly system: System;
  readonly parameters: { readonly [name: string]: Plain };
}

/** Another code under the very same schedule: the same threads make the same moves, as far as they can. */
export function CodeSwitch({ system, parameters }: CodeSwitchProps) {
  const player = usePlayer();
  const id = useId();
  const [redone, setRedone] = useState<(Redone & { readonly code: string }) | undefined>();
  const field = system.parameters[CODE] as Field | undefined;
  if (field?.options === undefined) return null;
  const value = String(parameters[CODE]);
  return (
    <section className="code-switch">
      <label htmlFor={id}>Code of the queue</label>
      <select
        id={id}
        title={`${field.help} The schedule stays as it is.`}
        value={value}
        onChange={(event) => {
          const code = event.target.value;
          setRedone({ ...redoWith(player, { [CODE]: code }), code });
        }}
      >
        {field.options.map((option) => (
          <option key={option} value={option}>
            {inWords(option)}
          </option>
        ))}
      </select>
      <p role="status" className="redone">
        {redone?.code === value && wordsOf(redone)}
      </p>
    </section>
  );
}

function wordsOf({ made, refused }: Redone): string {
  if (refused === undefined) {
    if (made === 0) return "";
    return made === 1 ? "The same move was made." : `The same ${made} moves were made.`;
  }
  const { thread, input } = refused;
  const who = thread === null ? "the clock" : (thread ?? input.operation);
  return `With this code ${who} cannot make move ${made + 1}. The moves from there on are left out.`;
}
