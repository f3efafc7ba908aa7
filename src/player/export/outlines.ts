/** A rectangle as an SVG path, its corners rounded by `radius`. */
export function rectPath(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.max(0, Math.min(radius, width / 2, height / 2));
  if (r === 0) return `M${x} ${y}h${width}v${height}h${-width}Z`;
  const arc = (dx: number, dy: number) => `a${r} ${r} 0 0 1 ${dx} ${dy}`;
  const [w, h] = [width - 2 * r, height - 2 * r];
  return `M${x + r} ${y}h${w}${arc(r, r)}v${h}${arc(-r, r)}h${-w}${arc(-r, -r)}v${-h}${arc(r, -r)}Z`;
}

/** A circle as an SVG path. */
export function circlePath(x: number, y: number, radius: number): string {
  const half = (dx: number) => `a${radius} ${radius} 0 1 1 ${dx} 0`;
  return `M${x - radius} ${y}${half(2 * radius)}${half(-2 * radius)}Z`;
}
