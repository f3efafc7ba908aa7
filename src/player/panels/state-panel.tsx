import { type Frame, type Invariant, isSettled } from "../../engine/index.ts";
import { changedFields } from "../../scenario/index.ts";
import { Icon } from "../icon.tsx";
import { lineOf, shownPosition } from "../store/player-state.ts";
import { useReadingState } from "../store/use-reading-state.ts";
import { Fields, isChart, isRecord, namedParts, PartList } from "./parts.tsx";
import { plainText } from "./plain-text.ts";
import "./state-panel.css";

/** Every field of the state by name, those that just changed emphasised, and whether what must hold does. */
export function StatePanel() {
  const state = useReadingState();
  const line = lineOf(state);
  if (line.length === 0) return null;
  const moment = line.at(shownPosition(state));
  const { frame } = moment;
  const before = frame.index > 0 ? line.recording(moment).frame(frame.index - 1) : frame;
  const changed = new Set(changedFields(before.state, frame.state));
  const system = state.module.systems.get(line.scene(moment).system);
  return (
    <div className="state">
      <ul className="lights" aria-label="What must hold">
        {system?.invariants.map((invariant) => (
          <Light key={invariant.id} invariant={invariant as Invariant<object>} frame={frame} />
        ))}
      </ul>
      <dl className="fields">
        {Object.entries(frame.state).map(([name, value]) => (
          <div key={name} className={changed.has(name) ? "field changed" : "field"}>
            <dt>{name}</dt>
            <dd>
              <Value value={value} />
              {changed.has(name) && <span className="for-ears"> (just changed)</span>}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** A value, in lines of its own where it has parts. Of a chart the picture tells more. */
function Value({ value }: { readonly value: unknown }) {
  const named = namedParts(value);
  if (named !== undefined) return <PartList {...named} />;
  if (typeof value === "object" && value !== null && isChart(value)) return "drawn in the picture";
  return isRecord(value) ? <Fields fields={value} /> : plainText(value);
}

function Light({ invariant, frame }: { readonly invariant: Invariant<object>; readonly frame: Frame }) {
  const light = lightOf(invariant, frame);
  return (
    <li className={`light ${light}`}>
      <span className="light-sign">{light !== "open" && <Icon name={light} />}</span>
      <span className="light-words">{invariant.words}</span>
      <span className="light-state">{LIGHT_WORDS[light]}</span>
    </li>
  );
}

const LIGHT_WORDS = { holds: "holds", broken: "broken", open: "in the middle of an operation" } as const;

function lightOf(invariant: Invariant<object>, frame: Frame): keyof typeof LIGHT_WORDS {
  if (!isSettled(frame)) return "open";
  return invariant.holds(frame.state) ? "holds" : "broken";
}
