import { useId } from "react";
import { usePlayer, usePlayerState } from "../store/use-player.ts";

export interface ChoicesProps {
  readonly options: readonly { readonly text: string; readonly value: string }[];
  /** What else the reader may do to choose. */
  readonly how?: string;
}

/** One of a few sentences, or of a few names. */
export function Choices({ options, how }: ChoicesProps) {
  const player = usePlayer();
  const name = useId();
  const draft = usePlayerState((state) => state.draft);
  return (
    <fieldset className="choices">
      <legend className={how === undefined ? "for-ears" : "how"}>{how ?? "Your answer"}</legend>
      {options.map(({ text, value }) => (
        <label key={value}>
          <input type="radio" name={name} checked={draft === value} onChange={() => player.setDraft(value)} />
          <span>{text}</span>
        </label>
      ))}
    </fieldset>
  );
}
