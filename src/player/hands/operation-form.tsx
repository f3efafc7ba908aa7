import { useEffect, useState } from "react";
import type { Field, Operation } from "../../engine/index.ts";
import { onShortcut } from "../keys/on-shortcut.ts";
import { doByHand } from "../store/hand-controls.ts";
import { usePlayer } from "../store/use-player.ts";
import { FieldInput } from "./field-input.tsx";
import { argumentMessage } from "./field-message.ts";
import { inWords } from "./in-words.ts";
import { readFields, textsOf } from "./read-fields.ts";

interface OperationFormProps {
  readonly name: string;
  readonly operation: Operation<unknown>;
  /** What an item would most likely be, by argument. */
  readonly suggested: { readonly [argument: string]: string };
  readonly primary: boolean;
}

/** A button for one operation, with its arguments. */
export function OperationForm({ name, operation, suggested, primary }: OperationFormProps) {
  const player = usePlayer();
  const [typed, setTyped] = useState<{ readonly [argument: string]: string }>({});
  const texts = { ...textsOf(operation.arguments), ...suggested, ...typed };
  const read = readFields(operation.arguments, texts);
  const run = () => {
    if (!read.ok) return;
    doByHand(player, { operation: name, values: read.values });
    setTyped((before) =>
      Object.fromEntries(Object.entries(before).filter(([argument]) => !(argument in suggested))),
    );
  };
  useEffect(() => (operation.shortcut === undefined ? undefined : onShortcut(operation.shortcut, run)));
  const fields = Object.entries(operation.arguments) as readonly (readonly [string, Field])[];
  const messageFor = (argument: string, field: Field) => {
    const message = read.ok ? undefined : read.messages[argument];
    return message && argumentMessage(name, field, message);
  };
  const keys = operation.shortcut === undefined ? "" : ` (${operation.shortcut.toUpperCase()})`;
  return (
    <form
      className={fields.length > 0 ? "operation with-fields" : "operation"}
      onSubmit={(event) => {
        event.preventDefault();
        run();
      }}
    >
      <button
        type="submit"
        className={primary ? "button primary" : "button"}
        title={`${operation.help}${keys}`}
        aria-disabled={!read.ok}
      >
        {inWords(name)}
      </button>
      {fields.map(([argument, field]) => (
        <FieldInput
          key={argument}
          name={argument}
          owner={name}
          field={field}
          text={texts[argument] ?? ""}
          message={messageFor(argument, field)}
          onText={(text) => setTyped((before) => ({ ...before, [argument]: text }))}
        />
      ))}
    </form>
  );
}
