/** Four hues are told apart by everybody; two keys of one hue are told apart by their letters. */
const HUES = 4;

/** The style name for a record's key: the same for the same key, in every replica and in flight. */
export function hueOf(key: string | null): string {
  if (key === null) return "keyless";
  let sum = 0;
  for (const character of key) sum = (sum * 26 + (character.codePointAt(0) ?? 0)) % 1009;
  return `hue-${sum % HUES}`;
}

/** The style name for a group, by its place among the groups. */
export function groupStyle(index: number): string {
  return `group-${index % HUES}`;
}

/** The sign of a group, so that it is not known by its colour alone: triangle, diamond, disc, square; around 0, 0. */
export function groupSign(index: number, r: number): string {
  const k = (share: number): number => Math.round(r * share * 100) / 100;
  switch (index % HUES) {
    case 0:
      return `M0 ${k(-1)}L${k(1)} ${k(0.85)}H${k(-1)}Z`;
    case 1:
      return `M0 ${k(-1.1)}L${k(1)} 0L0 ${k(1.1)}L${k(-1)} 0Z`;
    case 2:
      return `M${k(-0.9)} 0a${k(0.9)} ${k(0.9)} 0 1 0 ${k(1.8)} 0a${k(0.9)} ${k(0.9)} 0 1 0 ${k(-1.8)} 0Z`;
    default:
      return `M${k(-0.85)} ${k(-0.85)}H${k(0.85)}V${k(0.85)}H${k(-0.85)}Z`;
  }
}
