import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { buildListing } from "../../../../src/tools/vite/listing/build-listing.ts";

test.each([
  ["hash-partitioner", "partition", ["hash", "drop-sign", "modulo"]],
  ["sticky-partitioner", "sent", ["count", "switch"]],
  ["offset-index", "lookup", ["compare", "found"]],
  ["log-segment", "append", ["write", "grow"]],
  ["distributed-log-partition", "segmentOf", ["compare-segment", "segment-found"]],
])("the running code of %s can be shown", async (structure, method, marks) => {
  const file = fileURLToPath(
    new URL(`../../../../src/engine/structures/log/${structure}.ts`, import.meta.url),
  );
  const { listing } = await buildListing(file);
  expect(Object.keys(listing.languages[0]?.methods[method]?.marks ?? {})).toEqual(
    expect.arrayContaining(marks),
  );
});
