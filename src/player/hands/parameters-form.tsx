import { useState } from "react";
import type { Field, Plain, System } from "../../engine/index.ts";
import { FieldInput } from "./field-input.tsx";
import { parameterMessage } from "./field-message.ts";
import { inWords } from "./in-words.ts";
import { readFields, textsOf } from "./read-fields.ts";

interface ParametersFormProps {
  readonly system: System;
  readonly parameters: { readonly [name: string]: Plain };
  readonly onRestart: (parameters: { readonly [name: string]: Plain }) => void;
}

/** The scene's parameters. Changing them starts it afresh, by hand. */
export function ParametersForm({ system, parameters, onRestart }: ParametersFormProps) {
  const [typed, setTyped] = useState<{ readonly [name: string]: string }>({});
  const fields = Object.entries(system.parameters);
  if (fields.length === 0) return null;
  const texts = { ...textsOf(system.parameters, parameters), ...typed };
  const read = readFields(system.parameters, texts);
  const messageFor = (name: string) => {
    const message = read.ok ? undefined : read.messages[name];
    return message && parameterMessage(name, message);
  };
  return (
    <form
      className="parameters"
      onSubmit={(event) => {
        event.preventDefault();
        if (!read.ok) return;
        onRestart(read.values);
        setTyped({});
      }}
    >
      {fields.map(([name, field]) => (
        <span className="parameter" key={name}>
          <span aria-hidden="true">{inWords(name)}</span>
          <FieldInput
            name={name}
            owner="start afresh"
            field={field as Field}
            text={texts[name] ?? ""}
            message={messageFor(name)}
            onText={(text) => setTyped((before) => ({ ...before, [name]: text }))}
          />
        </span>
      ))}
      <button type="submit" className="button quiet" aria-disabled={!read.ok}>
        Start afresh
      </button>
    </form>
  );
}
