import { bendOutline } from "../../stage/bend.ts";
import type { Mark } from "../../stage/mark.ts";
import type { Point } from "../../stage/place.ts";
import type { Lanes } from "./lane.ts";
import type { SidePlaces } from "./side-places.ts";

/** The tracks from every producer into the queue, and from the queue to every consumer. */
export function tracks(lanes: Lanes): Mark[] {
  return lanes.lanes.map(({ thread, box, hand, side }) => {
    const { name, role, activity } = thread;
    const edge = role === "consumer" ? box.x : box.x + box.w;
    const from = side.outside ? hand.x + lanes.places.type.item.w / 2 : edge;
    const stub = side.outside ? `M${edge},${hand.y}H${from}` : "";
    const live = name === lanes.state.moved ? " live" : "";
    const path = stub + trackOutline(lanes, side, { x: from, y: hand.y });
    return { key: `track:${name}`, kind: "path", n: { x: 0, y: 0 }, style: `track ${activity}${live}`, path };
  });
}

/** A track between a place on one side and the queue: it is level from where it meets the others. */
export function trackOutline({ places }: Lanes, { role, meet }: SidePlaces, at: Point): string {
  const { box } = places.queue;
  return role === "producer"
    ? `${bendOutline(at, meet)}H${box.x}`
    : `M${box.x + box.w},${meet.y}H${meet.x}${bendOutline(meet, at)}`;
}
