import type { WorkerState } from "../../engine/systems/failures/failure-state.ts";
import type { Mark } from "../../stage/mark.ts";
import type { Plot } from "../parts/chart.ts";
import { tile } from "./tile.ts";

/** Those who work at a stage, side by side or one below the other, on the right where the queue ends: what each has in hand and how far it has come. */
export function crew(stage: string, workers: readonly WorkerState[], box: Plot, now: number): Mark[] {
  const [width, height] = [box.right - box.left, box.bottom - box.top];
  const isRow = width / workers.length >= height * 0.9 || height / workers.length < 18;
  const w = Math.min(46, (isRow ? width / workers.length : width) - 4);
  const h = Math.min(44, (isRow ? height : height / workers.length) - 3);
  return workers.flatMap((worker, i) => {
    const x = isRow ? box.right - (w + 4) * (workers.length - i - 0.5) : (box.left + box.right) / 2;
    const y = isRow ? (box.top + box.bottom) / 2 : box.top + (height / workers.length) * (i + 0.5);
    return hand(`worker:${stage}:${worker.name}`, worker, { x, y, w, h }, now);
  });
}

function hand(
  key: string,
  worker: WorkerState,
  { x, y, w, h }: { readonly x: number; readonly y: number; readonly w: number; readonly h: number },
  now: number,
): Mark[] {
  const { activity, item, since, until } = worker;
  const line = Math.min(4, h * 0.16);
  const share = until === null || until <= since ? 0 : Math.min(1, (now - since) / (until - since));
  const foot = y + h / 2 - line / 2 - 1;
  const [left, long] = [x - w / 2 + 3, w - 6];
  return [
    { key, kind: "tile", n: { x, y, w, h, corner: 6 }, style: `worker ${activity}` },
    ...(item === null ? [] : tile(item, { x, y: y - line / 2, w: w - 6, h: h - line - 5 })),
    ...(item === null || until === null
      ? []
      : [
          {
            key: `${key}:done`,
            kind: "rect" as const,
            n: { x: left, y: foot - line / 2, w: long * share, h: line, corner: line / 2 },
            style: "progress",
          },
        ]),
  ];
}
