import { useState } from "react";
import { whole } from "../../engine/index.ts";
import { doByHand } from "../store/hand-controls.ts";
import { usePlayer } from "../store/use-player.ts";
import { FieldInput } from "./field-input.tsx";
import { argumentMessage } from "./field-message.ts";

/** More than that at once would keep the reader waiting. */
const MOST = 1_000;

const FIELD = whole({ min: 1, max: MOST, default: 10, unit: "ms", help: "How many ms of virtual time." });

/** Runs for so many ms of virtual time. */
export function RunFor() {
  const player = usePlayer();
  const [text, setText] = useState(String(FIELD.default));
  const read = FIELD.parse(text);
  return (
    <form
      className="operation with-fields"
      onSubmit={(event) => {
        event.preventDefault();
        if (read.ok) doByHand(player, { operation: "run", values: { for: read.value } });
      }}
    >
      <button
        type="submit"
        className="button"
        title="For so many ms of virtual time"
        aria-disabled={!read.ok}
      >
        Run for
      </button>
      <FieldInput
        name="ms"
        owner="run for"
        field={FIELD}
        text={text}
        message={read.ok ? undefined : argumentMessage("Run for", FIELD, read.message)}
        onText={setText}
      />
      <span className="unit" aria-hidden="true">
        ms
      </span>
    </form>
  );
}
