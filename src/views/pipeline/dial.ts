import type { Mark } from "../../stage/mark.ts";

/** One turn of the hand, in ms. */
const TURN = 1_000;

/** A clock with one hand that goes round once a second. It counts on past a full turn, so that it never runs back. */
export function dial(
  stage: string,
  time: number,
  { x, y, r }: { readonly x: number; readonly y: number; readonly r: number },
): Mark[] {
  const angle = (time / TURN) * 2 * Math.PI;
  return [
    { key: `dial:${stage}`, kind: "circle", n: { x, y, r }, style: "dial" },
    {
      key: `dial:${stage}:hand`,
      kind: "arrow",
      n: { cx: x, cy: y, a: angle, r0: 0, r1: r * 0.85 },
      style: "pointer hand",
    },
  ];
}
