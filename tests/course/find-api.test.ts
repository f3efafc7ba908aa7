import { expect, test } from "vitest";
import { findApi } from "../../src/course/lms/scorm/find-api.ts";

const API = { name: "the system" };

/** A window as far as the search looks at it; without a parent it is the topmost. */
function windowOf({ parent, opener, ...own }: { parent?: object; opener?: object; API?: object }): Window {
  const made: Record<string, unknown> = { ...own, opener: opener ?? null };
  made.parent = parent ?? made;
  made.top = parent === undefined ? made : Reflect.get(parent, "top");
  return made as unknown as Window;
}

test("it is found in the window itself, above it, and around the one that opened it", () => {
  const top = windowOf({ API });
  expect(findApi(top, "API")).toBe(API);
  expect(findApi(windowOf({ parent: windowOf({ parent: top }) }), "API")).toBe(API);
  const popup = windowOf({ opener: windowOf({ parent: top }) });
  expect(findApi(popup, "API")).toBe(API);
  expect(findApi(windowOf({ parent: popup }), "API")).toBe(API);
});

test("it is not found where there is none, or one of the other standard", () => {
  expect(findApi(windowOf({ parent: windowOf({}) }), "API")).toBeUndefined();
  expect(findApi(windowOf({ API }), "API_1484_11")).toBeUndefined();
});

test("windows of other origins are passed by", () => {
  const foreign = new Proxy(windowOf({ parent: windowOf({ API }) }), {
    get(target, name) {
      if (name === "API") throw new DOMException("Blocked a frame", "SecurityError");
      return Reflect.get(target, name);
    },
  });
  expect(findApi(windowOf({ parent: foreign }), "API")).toBe(API);
});

test("windows that contain each other end the search", () => {
  const one: Record<string, unknown> = { opener: null };
  const other = { opener: null, parent: one };
  one.parent = other;
  one.top = one;
  expect(findApi(one as unknown as Window, "API")).toBeUndefined();
});
