import type { ListedMethod, Listing, Token } from "../../../scenario/index.ts";
import { literal } from "../module-text.ts";

/** A function for each kind of token, so that a token is a few letters in the module and not a whole record. */
const MAKERS: { readonly [kind in Token["kind"]]: string } = {
  plain: "p",
  keyword: "k",
  string: "s",
  number: "n",
  comment: "c",
  function: "f",
  type: "t",
};

/** The JavaScript of a listing's module. */
export function listingModule({ structure, languages }: Listing): string {
  const makers = Object.entries(MAKERS).map(
    ([kind, name]) => `const ${name} = (text) => ({ text, kind: "${kind}" });`,
  );
  const listed = languages.map(({ language, methods }) => {
    const entries = Object.entries(methods).map(
      ([name, method]) => `${JSON.stringify(name)}:${methodText(method)}`,
    );
    return `{language:${literal(language)},methods:{${entries.join(",\n")}}}`;
  });
  return [
    ...makers,
    `export default {structure:${literal(structure)},languages:[${listed.join(",\n")}]};`,
  ].join("\n");
}

function methodText({ lines, ...rest }: ListedMethod): string {
  const line = (tokens: readonly Token[]) =>
    `[${tokens.map(({ text, kind }) => `${MAKERS[kind]}(${literal(text)})`)}]`;
  return `{lines:[${lines.map(line).join(",")}],...${literal(rest)}}`;
}
