import { bendOutline } from "../../stage/bend.ts";
import type { Mark } from "../../stage/mark.ts";
import type { Lanes } from "./lane.ts";

/** The tracks from every producer into the queue, and from the queue to every consumer. */
export function tracks({ state, places, lanes }: Lanes): Mark[] {
  const { item } = places.type;
  const marks = lanes.map(({ thread, box, hand, side }): Mark => {
    const { name } = thread;
    const live = name === state.moved ? " live" : "";
    const y = hand.y;
    const bend =
      thread.role === "producer"
        ? (() => {
            const edge = { x: box.x + box.w, y };
            const from = { x: side.outside ? hand.x + item.w / 2 : edge.x, y };
            return `M${edge.x},${y}H${from.x}${bendOutline(from, side.meet).replace(/^M[^C]*/, "")}`;
          })()
        : bendOutline(side.meet, { x: box.x, y });
    return {
      key: `track:${name}`,
      kind: "path",
      n: { x: 0, y: 0 },
      style: `track ${thread.activity}${live}`,
      path: bend,
    };
  });
  return marks;
}
