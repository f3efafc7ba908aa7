const EXACT = 10n ** 15n;

/** A count as a person reads it: `5,028`; one that is too long to be read, by its size: `about 2.6 × 10^20`. */
export function countText(count: bigint): string {
  if (count < EXACT) return count.toLocaleString("en");
  const digits = String(count);
  return `about ${digits[0]}.${digits[1]} × 10^${digits.length - 1}`;
}
