import { expect, it } from "vitest";
import { item, whole } from "../../src/engine/index.ts";
import { argumentMessage, parameterMessage } from "../../src/player/hands/field-message.ts";

const failed = (field: ReturnType<typeof whole> | ReturnType<typeof item>, text: string) => {
  const read = field.parse(text);
  return read.ok ? "" : read.message;
};

it("names an argument by the button before it and by what it is, not by its name in the code", () => {
  const start = whole({ min: 0, max: 9, default: 0, help: "Global index of the first item." });
  expect(argumentMessage("seekTime", start, failed(start, "x"))).toBe(
    "seek time: Global index of the first item. It must be a whole number from 0 to 9.",
  );
  const text = item({ default: "A", help: "What to store." });
  expect(argumentMessage("push", text, failed(text, ""))).toBe(
    "push: What to store. It must be a text of 1 to 20 characters.",
  );
});

it("names a parameter as it is written beside its field", () => {
  const field = whole({ min: 1, max: 100_000, default: 1, help: "" });
  expect(parameterMessage("putTimeout", failed(field, "0"))).toBe(
    "put timeout must be a whole number from 1 to 100,000.",
  );
});
