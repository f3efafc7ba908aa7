import { useState } from "react";
import type { Field, Plain } from "../../engine/index.ts";
import { FieldInput } from "./field-input.tsx";
import { parameterMessage } from "./field-message.ts";
import { inWords } from "./in-words.ts";
import { Slider } from "./slider.tsx";

interface LiveFieldProps {
  readonly name: string;
  readonly field: Field;
  readonly value: Plain;
  readonly onValue: (value: Plain) => void;
}

/** A parameter that takes effect as soon as it is chosen, or typed and left. */
export function LiveField({ name, field, value, onValue }: LiveFieldProps) {
  const [typed, setTyped] = useState<string | undefined>();
  const text = typed ?? field.print(value);
  const read = field.parse(text);
  const commit = () => {
    if (typed === undefined || !read.ok) return;
    setTyped(undefined);
    if (read.value !== value) onValue(read.value);
  };
  const choose = (next: string) => {
    const chosen = field.parse(next);
    if (field.options === undefined) setTyped(next);
    else if (chosen.ok) onValue(chosen.value);
  };
  return (
    <form
      className="parameter"
      onBlur={commit}
      onSubmit={(event) => {
        event.preventDefault();
        commit();
      }}
    >
      <span aria-hidden="true">{inWords(name)}</span>
      {field.slider === true && field.range !== undefined && (
        <Slider name={name} range={field.range} value={Number(value)} />
      )}
      <FieldInput
        name={name}
        owner="set"
        field={field}
        text={text}
        message={read.ok ? undefined : parameterMessage(name, read.message)}
        onText={choose}
      />
      {field.unit !== undefined && <span aria-hidden="true">{field.unit}</span>}
    </form>
  );
}
