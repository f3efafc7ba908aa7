/** The value below which a share of the values lies: the nearest one that was measured. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];
  if (value === undefined) throw new RangeError("There is no percentile of no values.");
  return value;
}

export const median = (values: readonly number[]) => percentile(values, 0.5);
