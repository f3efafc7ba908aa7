/**
 * Advance widths of Inter with tabular figures, in thousandths of an em, for the characters from space to tilde: the
 * regular weight and the bold one. Texts are fitted by them before anything is drawn, so that a layout needs no page.
 */
const REGULAR =
  "269 288 466 633 642 982 644 300 391 391 648 648 269 648 269 360 648 648 648 648 648 648 648 648 648 648 269 269 648 648 648 511 966 703 654 730 722 601 590 746 743 269 571 672 565 903 753 765 639 765 644 642 646 744 703 1007 682 679 629 391 316 391 471 456 323 562 612 571 612 583 335 613 591 242 242 549 242 876 591 600 612 612 391 528 327 591 562 818 546 562 552 391 333 391 648";
const BOLD =
  "269 338 552 649 655 1016 672 339 391 391 646 646 269 646 269 388 646 646 646 646 646 646 646 646 646 646 269 269 646 646 646 560 1016 760 662 740 722 607 587 750 747 281 584 719 565 932 762 771 648 777 657 655 667 732 760 1057 738 731 664 391 344 391 487 476 365 581 630 588 630 596 360 632 623 271 271 580 271 913 623 613 630 630 414 560 357 623 600 850 580 602 573 391 372 391 646";
const FURTHER = new Map([
  ["…", 1002],
  ["·", 334],
  ["×", 648],
  ["→", 1000],
  ["“", 540],
  ["”", 532],
  ["’", 311],
  ["–", 500],
  ["—", 1000],
]);
/** A Latin letter that is in no table is at most about this wide; anything else is taken for a full em and a bit. */
const LETTER = 780;
const WIDEST = 1100;
const MONO = 0.6;

const regular = advances(REGULAR);
const bold = advances(BOLD);

/** The widths of the characters of one weight, and of the texts that were asked for, in thousandths of an em. */
interface Advances {
  readonly characters: readonly number[];
  readonly texts: Map<string, number>;
}

function advances(table: string): Advances {
  return { characters: table.split(" ").map(Number), texts: new Map() };
}

/** A run draws the same words again and again. */
const TEXTS = 4_000;

/** How a text is set. */
export interface Type {
  /** Font size in px. */
  readonly size: number;
  readonly bold?: boolean;
  readonly mono?: boolean;
}

/** The width of a text in px: exact in JetBrains Mono, an estimate from above in Inter. */
export function textWidth(text: string, type: Type): number {
  if (type.mono) return [...text].length * MONO * type.size;
  const table = type.bold ? bold : regular;
  const thousandths = table.texts.get(text) ?? measured(text, table);
  return (thousandths * type.size) / 1000;
}

function measured(text: string, { characters, texts }: Advances): number {
  let thousandths = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    thousandths += characters[code - 32] ?? FURTHER.get(character) ?? (code < 0x250 ? LETTER : WIDEST);
  }
  if (texts.size === TEXTS) texts.clear();
  texts.set(text, thousandths);
  return thousandths;
}

/** Room that was computed from a text's own width must be enough for it, in px. */
const ROUNDING = 0.01;

/** A text as it is set in the room it has. */
export interface Fitted {
  readonly text: string;
  readonly size: number;
  readonly width: number;
}

/**
 * Fit a text into `room` px: shrunk down to `least` px, then shortened with “…”. Undefined when not even one character
 * and the ellipsis would fit.
 *
 * @param type the size is the largest to use
 */
export function fitText(text: string, room: number, type: Type, least: number): Fitted | undefined {
  const natural = textWidth(text, type);
  if (natural <= room + ROUNDING) return { text, size: type.size, width: natural };
  const size = Math.min(type.size, Math.max(least, Math.floor(((type.size * room) / natural) * 4) / 4));
  const small = { ...type, size };
  const shrunk = textWidth(text, small);
  if (shrunk <= room) return { text, size, width: shrunk };
  const characters = [...text];
  for (let keep = characters.length - 1; keep >= 1; keep--) {
    const shortened = `${characters.slice(0, keep).join("").trimEnd()}…`;
    const width = textWidth(shortened, small);
    if (width <= room) return { text: shortened, size, width };
  }
  return undefined;
}
