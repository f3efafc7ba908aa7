import type { Context } from "../define-system.ts";
import { defineSystem } from "../define-system.ts";
import { whole } from "../fields.ts";
import { BufferBloatRun } from "./buffer-bloat-run.ts";
import { failureInvariants } from "./failure-invariants.ts";
import { switches } from "./switches.ts";

/** A huge buffer in front of a slow link: nothing is lost, and everything is late. */
export const bufferBloat = defineSystem({
  id: "buffer-bloat",
  title: "Buffer bloat",
  summary: "A huge buffer in front of a slow link: nothing is lost, and everything is late.",
  views: ["pipeline"],
  parameters: {
    capacity: whole({
      min: 1,
      max: 2_000,
      default: 1_000,
      unit: "packets",
      help: "Room in the buffer. A small one is a remedy too.",
    }),
    target: whole({
      min: 1,
      max: 1_000,
      default: 40,
      unit: "ms",
      help: "CoDel: the waiting time that is put up with. At least what two packets take on the link.",
    }),
    interval: whole({
      min: 10,
      max: 2_000,
      default: 100,
      unit: "ms",
      help: "CoDel: how long packets must have waited longer than that before one is dropped. About one round trip.",
    }),
    limit: whole({
      min: 120,
      max: 5_000,
      default: 400,
      unit: "ms",
      help: "A call is hard to follow when its round trip takes longer.",
    }),
    ...switches({
      fault: "Whether somebody downloads a large file over the same link.",
      remedy: "Whether CoDel drops packets that have waited too long.",
    }),
  },
  live: ["target", "interval", "limit", "fault", "remedy"],
  operations: {
    burst: {
      help: "So many packets arrive at once.",
      arguments: {
        packets: whole({ min: 1, max: 500, default: 50, unit: "packets", help: "How many packets." }),
      },
      shortcut: "b",
      run: (run: BufferBloatRun, { packets }: { readonly packets: number }) => run.burst(packets),
    },
  },
  invariants: failureInvariants,
  create: (settings, context: Context) => new BufferBloatRun(settings, context),
  begin: (run) => run.begin(),
  kernel: (run: BufferBloatRun) => run.kernel,
  adjust: (run, parameter, value) => run.adjust(parameter, value),
  snapshot: (run) => run.snapshot(),
  structures: ["RingBuffer", "CongestionWindow", "CoDel"],
  running: ({ code }) => (code === null ? [] : [code]),
});
