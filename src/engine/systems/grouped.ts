/** A number with its thousands set apart by commas, before the point: `16,384`, `1,241.5`. */
export function grouped(value: number): string {
  const [whole = "", ...fraction] = String(value).split(".");
  return [whole.replace(/\B(?=(\d{3})+$)/g, ","), ...fraction].join(".");
}
