import { useId } from "react";
import { usePlayer, usePlayerState } from "../store/use-player.ts";

/** A slot or a number, typed; a slot may be chosen in the picture instead. */
export function NumberAnswer({ pick }: { readonly pick: "slot" | "number" }) {
  const player = usePlayer();
  const id = useId();
  const draft = usePlayerState((state) => state.draft);
  return (
    <div className="number-answer">
      <p id={`${id}-how`} className="how">
        {pick === "slot" ? "Choose a slot in the picture, or type its number." : "Type a number."}
      </p>
      <label htmlFor={id}>{pick === "slot" ? "Slot" : "Number"}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        aria-describedby={`${id}-how`}
        value={draft}
        onChange={(event) => player.setDraft(event.target.value.replace(/[^\d-]/g, "").slice(0, 9))}
      />
    </div>
  );
}
