import { use, useId } from "react";
import { createPortal } from "react-dom";
import type { Field } from "../../engine/index.ts";
import { inWords } from "./in-words.ts";
import { MessageRoom } from "./message-room.ts";

export interface FieldInputProps {
  readonly name: string;
  /** What it belongs to, for its accessible name: `push` gives “push: item”. */
  readonly owner: string;
  readonly field: Field;
  readonly text: string;
  /** What is wrong with it, if anything is. */
  readonly message: string | undefined;
  readonly onText: (text: string) => void;
}

/** One value to type or choose; what is not allowed is said as it is typed. */
export function FieldInput({ name, owner, field, text, message, onText }: FieldInputProps) {
  const id = `${useId()}-help`;
  const room = use(MessageRoom);
  const label = `${inWords(owner)}: ${inWords(name)}`;
  if (field.options !== undefined) {
    return (
      <select
        aria-label={label}
        title={field.help}
        value={text}
        onChange={(event) => onText(event.target.value)}
      >
        {field.options.map((option) => (
          <option key={option} value={option}>
            {inWords(option)}
          </option>
        ))}
      </select>
    );
  }
  return (
    <span className="field-input">
      <input
        aria-label={label}
        aria-invalid={message !== undefined}
        aria-describedby={id}
        title={`${field.help} It must be ${field.allowed}.`}
        inputMode={field.kind === "whole" ? "numeric" : "text"}
        autoComplete="off"
        spellCheck={false}
        value={text}
        style={{ width: `calc(${Math.min(12, Math.max(2, text.length))}ch + 20px)` }}
        onChange={(event) => onText(event.target.value)}
      />
      {message === undefined ? (
        <span id={id} className="for-ears">
          {field.help}
        </span>
      ) : (
        <Message id={id} text={message} room={room} />
      )}
    </span>
  );
}

interface MessageProps {
  readonly id: string;
  readonly text: string;
  readonly room: HTMLElement | null;
}

function Message({ id, text, room }: MessageProps) {
  const message = (
    <span id={id} className="field-message">
      {text}
    </span>
  );
  return room === null ? message : createPortal(message, room);
}
