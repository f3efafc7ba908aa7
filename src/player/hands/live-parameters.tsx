import type { Field, System } from "../../engine/index.ts";
import type { Moment } from "../../scenario/index.ts";
import type { Line } from "../line/line.ts";
import { restartByHand } from "../store/hand-controls.ts";
import { parametersAt, setByHand } from "../store/hand-live.ts";
import { usePlayer } from "../store/use-player.ts";
import { LiveField } from "./live-field.tsx";
import { ParametersForm } from "./parameters-form.tsx";
import { Popover } from "./popover.tsx";

/** So many parameters have room in the row. */
const FEW = 2;

interface LiveParametersProps {
  readonly system: System;
  readonly line: Line;
  readonly moment: Moment;
}

/** The parameters of a system with a kernel: some change in the middle of a run, the others start it afresh. */
export function LiveParameters({ system, line, moment }: LiveParametersProps) {
  const player = usePlayer();
  const parameters = parametersAt(line, moment);
  const live = new Set(system.live ?? []);
  const fields = Object.entries(system.parameters) as readonly (readonly [string, Field])[];
  const fixed = fields.filter(([name]) => !live.has(name));
  const dragged = fields.filter(([name, { slider }]) => slider === true && live.has(name));
  const others = fields.filter(([name, { slider }]) => slider !== true && live.has(name));
  const setting = ([name, field]: readonly [string, Field]) => (
    <LiveField
      key={name}
      name={name}
      field={field}
      value={parameters[name]}
      onValue={(value) => setByHand(player, name, value)}
    />
  );
  const rest = { ...system, parameters: Object.fromEntries(fixed) };
  const afresh = (
    <ParametersForm
      system={rest}
      parameters={parameters}
      onRestart={(changed) => restartByHand(player, { ...parameters, ...changed })}
    />
  );
  if (live.size === 0) {
    return fixed.length > FEW ? <Popover title="Parameters">{afresh}</Popover> : afresh;
  }
  return (
    <>
      {dragged.map(setting)}
      <Popover title="Parameters">
        <p className="popover-words">These change at once, in the middle of the run.</p>
        <div className="live-fields">{others.map(setting)}</div>
        <p className="popover-words">These start it afresh.</p>
        {afresh}
      </Popover>
    </>
  );
}
