import type { Field, Fields, Plain } from "../../engine/index.ts";

/** What the reader typed, read as the fields say: values, or the message of each one that is not allowed. */
export type ReadFields =
  | { readonly ok: true; readonly values: { readonly [name: string]: Plain } }
  | { readonly ok: false; readonly messages: { readonly [name: string]: string } };

export function readFields(fields: Fields, texts: { readonly [name: string]: string }): ReadFields {
  const values: Record<string, Plain> = {};
  const messages: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const read = (field as Field).parse(texts[name] ?? "");
    if (read.ok) values[name] = read.value;
    else messages[name] = read.message;
  }
  return Object.keys(messages).length > 0 ? { ok: false, messages } : { ok: true, values };
}

/** The texts of fields as they stand at first: the defaults, or the given values. */
export function textsOf(
  fields: Fields,
  values: { readonly [name: string]: Plain } = {},
): { readonly [name: string]: string } {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const known = field as Field;
      return [name, known.print(name in values ? values[name] : known.default)];
    }),
  );
}
