import { useId } from "react";
import { usePlayer, usePlayerState } from "../store/use-player.ts";

/** One of a few sentences. */
export function Choices({ options }: { readonly options: readonly string[] }) {
  const player = usePlayer();
  const name = useId();
  const draft = usePlayerState((state) => state.draft);
  return (
    <fieldset className="choices">
      <legend className="for-ears">Your answer</legend>
      {options.map((option, index) => (
        <label key={option}>
          <input
            type="radio"
            name={name}
            checked={draft === String(index)}
            onChange={() => player.setDraft(String(index))}
          />
          <span>{option}</span>
        </label>
      ))}
    </fieldset>
  );
}
