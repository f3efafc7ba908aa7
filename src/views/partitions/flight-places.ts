import type { Point } from "../../stage/place.ts";
import type { Places } from "./flights.ts";
import type { GroupPlaces } from "./groups.ts";
import type { Box } from "./plan.ts";
import type { Row } from "./row.ts";
import type { StripPlaces } from "./strip.ts";

/** Between the end of a log and the words about it messages pass, in px. */
export const LANE = 16;

interface Drawn {
  readonly strip: StripPlaces | null;
  readonly groups: readonly GroupPlaces[];
  readonly rows: ReadonlyMap<number, Row>;
  /** Where a partition is that has no row of its own; undefined when it is not drawn. */
  partition(index: number): Point | undefined;
}

/** Where on the picture the ends of a flight are. */
export function flightPlaces({ strip, groups, rows, partition }: Drawn): Places {
  return (name, flight, id) => {
    if (name === "producer") return strip === null ? undefined : below(strip.producer);
    if (name.startsWith("broker-")) {
      const broker = Number(name.slice("broker-".length));
      const row = rows.get(flight.partition);
      const chip = strip?.brokers.get(broker);
      if (row === undefined) return partition(flight.partition) ?? (chip && below(chip));
      return onRow(row, broker, id) ?? (chip && below(chip));
    }
    for (const { group, members, box } of groups) {
      if (name !== group.id && !name.startsWith(`${group.id}/`)) continue;
      const member = members.find((candidate) => name === `${group.id}/${candidate.member.id}`);
      return above(member?.box ?? box);
    }
    return undefined;
  };
}

function onRow(
  { replica, scale, cells, followers }: Row,
  broker: number,
  id: number | null,
): Point | undefined {
  const half = scale.pitch / 2;
  // What carries no record goes by the ends of the logs, and not over them.
  const ends = Math.max(scale.end, ...followers.map((other) => scale.at(other.replica.logEnd))) + LANE / 2;
  if (replica.broker === broker) {
    const cell = id === null ? undefined : cellOf(scale, id);
    return { x: cell ?? (id === null ? ends : scale.at(replica.logEnd) + half), y: cells.y + cells.h / 2 };
  }
  const follower = followers.find((candidate) => candidate.replica.broker === broker);
  if (follower === undefined) return undefined;
  const place = id === null ? undefined : cellOf(scale, id);
  return {
    x: place ?? (id === null ? ends : scale.at(follower.replica.logEnd) + half),
    y: follower.y + follower.h / 2,
  };
}

function cellOf(scale: Row["scale"], id: number): number | undefined {
  for (const { cells } of scale.open) {
    for (const { entry, x } of cells) if (entry.record.id === id) return x;
  }
  return undefined;
}

function below({ x, y, w, h }: Box): Point {
  return { x: x + w / 2, y: y + h + 9 };
}

function above({ x, y, w }: Box): Point {
  return { x: x + w / 2, y };
}
