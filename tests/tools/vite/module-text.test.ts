import fc from "fast-check";
import { expect, test } from "vitest";
import type { Listing } from "../../../src/scenario/index.ts";
import { listingModule } from "../../../src/tools/vite/listing/listing-module.ts";
import { literal } from "../../../src/tools/vite/module-text.ts";
import { listingOf, shelf } from "./listing-fixture.ts";

async function defaultOf(code: string): Promise<unknown> {
  const module: { readonly default: unknown } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`
  );
  return module.default;
}

test("a value's text is an expression of the same value", async () => {
  const values = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string({ unit: "binary" }),
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
      fc.constantFrom(true, null, undefined),
      fc.array(tie("value"), { maxLength: 3 }),
      fc.dictionary(
        fc.string().filter((key) => key !== "__proto__"),
        tie("value"),
        { maxKeys: 3, noNullPrototype: true },
      ),
    ),
  })).value;
  await fc.assert(
    fc.asyncProperty(values, async (value) => {
      expect(await defaultOf(`export default ${literal(value)};`)).toStrictEqual(value);
    }),
  );
});

test("a listing's module exports the same listing", async () => {
  const lines = ["put(item: string) {", '  this.at = "a\\n" + 12; // so', '  this.trace?.("move");', "}"];
  const listing: Listing = await listingOf({ "shelf.ts": shelf(...lines) });
  expect(await defaultOf(listingModule(listing))).toStrictEqual(listing);
});
