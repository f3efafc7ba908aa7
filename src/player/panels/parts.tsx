import { grouped } from "../../engine/index.ts";
import { plainText } from "./plain-text.ts";

type Part = Readonly<Record<string, unknown>>;

/** So many parts are told one by one. */
const MOST = 24;
/** What a part does says the most; what else there is stands in the picture. */
const WORDS = ["doing", "words", "activity"];

/** Named parts, such as threads: a line each, what it does beside its name. */
export function PartList({ parts, length }: { readonly parts: Iterable<Part>; readonly length: number }) {
  const shown: Part[] = [];
  for (const part of parts) {
    if (shown.length === MOST) break;
    shown.push(part);
  }
  return (
    <ul className="parts">
      {shown.map((part) => (
        <li key={String(part.name)}>
          <b>{String(part.name)}</b> {wordsOf(part)}
        </li>
      ))}
      {length > shown.length && <li>… {grouped(length - shown.length)} more</li>}
    </ul>
  );
}

function wordsOf(part: Part): string {
  const told = WORDS.map((name) => part[name]).find((words) => typeof words === "string");
  if (typeof told === "string") return told;
  const { name: _, ...rest } = part;
  return plainText(rest);
}

/** A record of several fields: a line each. */
export function Fields({ fields }: { readonly fields: Part }) {
  return (
    <ul className="parts">
      {Object.entries(fields).map(([name, value]) => (
        <li key={name}>
          {name} <b>{plainText(value)}</b>
        </li>
      ))}
    </ul>
  );
}

/** The parts of a list, if all that is seen of it are things with names and more than that. */
export function namedParts(
  value: unknown,
): { readonly parts: Iterable<Part>; readonly length: number } | undefined {
  if (typeof value !== "object" || value === null || !(Symbol.iterator in value)) return undefined;
  const parts = value as Iterable<Part> & { readonly length?: number };
  const [first] = parts;
  const isNamed = typeof first === "object" && first !== null && typeof first.name === "string";
  return isNamed && Object.keys(first).length > 4 ? { parts, length: parts.length ?? 0 } : undefined;
}

/** A record of more fields than fit a line, that is no thing with a value of its own. */
export function isRecord(value: unknown): value is Part {
  if (typeof value !== "object" || value === null || Symbol.iterator in value) return false;
  return !("value" in value || "kind" in value) && Object.keys(value).length > 3;
}

/** Series by name, as charts are drawn from. */
export function isChart(record: object): boolean {
  const series = Object.values(record);
  return (
    series.length > 0 &&
    series.every((value) => typeof value === "object" && value !== null && "buckets" in value)
  );
}
