/** The widest line of text, in px, that stands upright in the middle of a slot at angle `a` when it is `height` px high. */
export function uprightRoom(
  slot: { readonly inner: number; readonly outer: number; readonly step: number },
  a: number,
  height: number,
): number {
  let [least, most] = [0, 4 * slot.outer];
  for (let i = 0; i < 14; i++) {
    const width = (least + most) / 2;
    if (fits(slot, a, width, height)) least = width;
    else most = width;
  }
  return least;
}

const PAD = 3;

function fits(
  { inner, outer, step }: { readonly inner: number; readonly outer: number; readonly step: number },
  a: number,
  width: number,
  height: number,
): boolean {
  const [s, c] = [Math.abs(Math.sin(a)), Math.abs(Math.cos(a))];
  const along = (c * width + s * height) / 2;
  const across = (s * width + c * height) / 2;
  const middle = (inner + outer) / 2;
  if (middle - across < inner + PAD) return false;
  if (Math.hypot(along, middle + across) > outer - PAD) return false;
  return step >= Math.PI * 0.9 || along <= (middle - across) * Math.tan(step / 2) - PAD;
}
