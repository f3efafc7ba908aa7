import type { Assignor } from "./assignor.ts";
import { rangeAssignor } from "./range-assignor.ts";
import { roundRobinAssignor } from "./round-robin-assignor.ts";
import { cooperativeStickyAssignor, stickyAssignor } from "./sticky-assignor.ts";

/** The ways in which a group can divide its partitions, by name. */
export const assignors: { readonly [name in Assignor["name"]]: Assignor } = {
  range: rangeAssignor,
  roundrobin: roundRobinAssignor,
  sticky: stickyAssignor,
  "cooperative-sticky": cooperativeStickyAssignor,
};
