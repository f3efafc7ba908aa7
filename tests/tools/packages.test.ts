import { expect, test } from "vitest";
import { missingPackages } from "../../src/tools/packages.mjs";

const lock = {
  packages: {
    "": { version: "0.1.0" },
    "node_modules/react": { version: "19.3.1" },
    "node_modules/a/node_modules/@types/b": { version: "2.0.0" },
    "node_modules/for-another-system": { version: "1.0.0", optional: true },
  },
};

const all = {
  packages: {
    "node_modules/react": { version: "19.3.1" },
    "node_modules/a/node_modules/@types/b": { version: "2.0.0" },
  },
};

test("nothing is missing when every package is there in its version", () => {
  expect(missingPackages(lock, all)).toEqual([]);
});

test("everything that is not optional is missing when nothing was installed", () => {
  expect(missingPackages(lock, undefined)).toEqual(["react", "@types/b"]);
});

test("a package in another version is missing, an optional one too", () => {
  const other = {
    packages: {
      ...all.packages,
      "node_modules/react": { version: "19.3.0" },
      "node_modules/for-another-system": { version: "0.9.0" },
    },
  };
  expect(missingPackages(lock, other)).toEqual(["react", "for-another-system"]);
});
