import type { Flight, LogState } from "../../engine/systems/log/log-state.ts";
import type { Mark } from "../../stage/mark.ts";
import type { Point } from "../../stage/place.ts";
import { recordKey } from "./cells.ts";
import { groupSign, groupStyle, hueOf } from "./hues.ts";

/** Where things start and land, in px; undefined for what is not on the picture. */
export type Places = (name: string, flight: Flight, id: number | null) => Point | undefined;

/** No more flights than this are drawn, the newest. */
const SHOWN = 24;
/** No more records than this of one flight. */
const RECORDS = 3;

/** What brings records with it; other messages may be about some. */
const CARRIERS: readonly Flight["kind"][] = ["produce", "replicate", "deliver"];

/** Records, questions and answers on their way. */
export function flightMarks(state: LogState, places: Places, drawn: ReadonlySet<string>): Mark[] {
  const used = new Set(drawn);
  return state.flights.slice(-SHOWN).flatMap((flight) => {
    const share = Math.max(
      0,
      Math.min(1, (state.time - flight.sent) / Math.max(1e-9, flight.due - flight.sent)),
    );
    const carried = CARRIERS.includes(flight.kind) ? flight.records.slice(-RECORDS) : [];
    if (carried.length === 0) return message(state, flight, places, share);
    return carried.flatMap((record, place): Mark[] => {
      const [from, to] = [places(flight.from, flight, record.id), places(flight.to, flight, record.id)];
      if (from === undefined || to === undefined) return [];
      const where = flight.to.startsWith("broker-") ? flight.to.slice("broker-".length) : flight.to;
      const wanted = recordKey(record.id, where);
      // A record that is sent again is on its way to where it is already.
      const key = used.has(wanted) ? `flight:${flight.id}:${record.id}` : wanted;
      used.add(key);
      const spread = (place - (carried.length - 1) / 2) * 6;
      const at = between(from, to, share, flight.id);
      return [
        {
          key,
          kind: "tile",
          n: { x: at.x + spread, y: at.y + spread * 0.4, w: 20, h: 15, k: 0, gap: 0, corner: 4 },
          style: `item record flying ${hueOf(record.key)}`,
          subject: `record:${record.id}`,
          enter: { ...from, opacity: 0 },
          leave: { ...to, opacity: 0 },
        },
      ];
    });
  });
}

function message(state: LogState, flight: Flight, places: Places, share: number): Mark[] {
  const [from, to] = [places(flight.from, flight, null), places(flight.to, flight, null)];
  if (from === undefined || to === undefined) return [];
  const at = between(from, to, share, flight.id);
  const shared = {
    key: `flight:${flight.id}`,
    enter: { ...from, opacity: 0 },
    leave: { ...to, opacity: 0 },
  };
  if (flight.kind === "refuse") {
    return [{ ...shared, kind: "path", n: { ...at }, path: "M-4 -4L4 4M4 -4L-4 4", style: "refusal" }];
  }
  if (flight.kind === "commit") {
    const group = state.groups.findIndex(({ id }) => flight.from.startsWith(`${id}/`));
    return [
      {
        ...shared,
        kind: "path",
        n: { ...at },
        path: groupSign(Math.max(0, group), 4.5),
        style: `sign-of ${groupStyle(Math.max(0, group))}`,
      },
    ];
  }
  const answer = flight.kind === "acknowledge";
  return [
    {
      ...shared,
      kind: "circle",
      n: { ...at, r: answer ? 4 : 3 },
      style: answer ? "message" : "message asking",
    },
  ];
}

/** Those that fly together fan out on their way, so that each is seen. */
function between(from: Point, to: Point, share: number, id: number): Point {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const long = Math.max(1, Math.hypot(dx, dy));
  const wide = Math.min(1, long / 160);
  const aside = (((id * 4) % 9) - 4) * 6 * wide * (1 - share) * (0.6 + 4 * share);
  return { x: from.x + dx * share - (dy / long) * aside, y: from.y + dy * share + (dx / long) * aside };
}
