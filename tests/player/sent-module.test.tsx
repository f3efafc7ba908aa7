import { afterEach, expect, test, vi } from "vitest";
import { sendFor } from "../../src/player/loading/sent-module.ts";

afterEach(() => vi.unstubAllGlobals());

/** A network with some files, and a module that stands in two of them. */
function network(files: Set<string>) {
  vi.stubGlobal("fetch", (file: string) =>
    Promise.resolve(new Response("", { status: files.has(file) ? 200 : 404 })),
  );
  const load = vi.fn(() => Promise.resolve("the module"));
  return { files: ["/a.js", "/b.js"], load };
}

test("a module is imported when all its files are there", async () => {
  const module = network(new Set(["/a.js", "/b.js"]));
  expect(await sendFor(module)).toBe("the module");
});

test("it is not imported, so that it can be tried again, while one of them is not", async () => {
  const files = new Set(["/a.js"]);
  const module = network(files);
  await expect(sendFor(module)).rejects.toThrow("/b.js could not be loaded: 404");
  expect(module.load).not.toHaveBeenCalled();
  files.add("/b.js");
  expect(await sendFor(module)).toBe("the module");
});
