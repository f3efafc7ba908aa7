import { grouped } from "../../engine/systems/grouped.ts";

/** A value with its unit: “1,200 ms”, “50/s”, “1 record”. */
export function measured(value: number, unit: string): string {
  const number = grouped(Math.round(value * 100) / 100);
  if (unit === "" || unit.startsWith("/")) return `${number}${unit}`;
  return `${number} ${value === 1 && unit !== "ms" ? unit.replace(/(?<=ch)es$|s$/, "") : unit}`;
}
