import { grouped } from "../../engine/systems/grouped.ts";

/** “1st”, “2nd”, “3rd”, “4th”, “11th”, “1,002nd”. */
export function ordinal(number: number): string {
  const teen = Math.floor(number / 10) % 10 === 1;
  const end = teen ? "th" : (["th", "st", "nd", "rd"][number % 10] ?? "th");
  return `${grouped(number)}${end}`;
}
