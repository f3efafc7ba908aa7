import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileFor, serveFolder } from "../../src/tools/serve-folder.mjs";
import { lastChange } from "../../src/tools/site.mjs";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "served-"));
  mkdirSync(path.join(folder, "assets"));
  writeFileSync(path.join(folder, "index.html"), "<!doctype html>here");
  writeFileSync(path.join(folder, "assets/a b.js"), "1");
});

afterAll(() => rmSync(folder, { recursive: true }));

test("a request means a file of the folder, under the path that it is served under", () => {
  expect(fileFor(folder, "/", "/")).toBe(path.join(folder, "index.html"));
  expect(fileFor(folder, "/x/y/", "/x/y/?a=1")).toBe(path.join(folder, "index.html"));
  expect(fileFor(folder, "/x/y/", "/x/y/assets/a%20b.js")).toBe(path.join(folder, "assets/a b.js"));
  expect(fileFor(folder, "/x/y/", "/assets/a%20b.js")).toBeUndefined();
  expect(fileFor(folder, "/", "/assets")).toBeUndefined();
  expect(fileFor(folder, "/", "/none.js")).toBeUndefined();
});

test.each(["/../secret", "/%2e%2e/secret", "/assets/../../secret", "/%", "/a%00.js", "//etc/passwd"])(
  "nothing outside the folder is given away: %s",
  (url) => {
    expect(fileFor(path.join(folder, "assets"), "/", url)).toBeUndefined();
  },
);

test("pages come with their type and a policy that lets nothing in from elsewhere", async () => {
  const { address, close } = await serveFolder(folder, { under: "/x/" });
  const page = await fetch(address);
  expect(await page.text()).toBe("<!doctype html>here");
  expect(page.headers.get("content-type")).toBe("text/html; charset=utf-8");
  expect(page.headers.get("content-security-policy")).toContain("default-src 'self'");
  const script = await fetch(`${address}assets/a%20b.js`);
  expect(script.headers.get("cache-control")).toContain("immutable");
  expect((await fetch(`${address}none`)).status).toBe(404);
  expect((await fetch(address.replace(/\/$/, ""))).url).toBe(address);
  close();
});

test("only what is made for other sites may be put into their frames, or loaded as their script", async () => {
  for (const name of ["embed.html", "time-machine.js"]) writeFileSync(path.join(folder, name), "here");
  const { address, close } = await serveFolder(folder);
  const headers = async (name: string) => (await fetch(address + name)).headers;
  const [page, embed] = [await headers(""), await headers("embed.html")];
  expect(page.get("content-security-policy")).toContain("frame-ancestors 'self'");
  expect(embed.get("content-security-policy")).toContain("default-src 'self'");
  expect(embed.get("content-security-policy")).not.toContain("frame-ancestors");
  expect((await headers("time-machine.js")).get("access-control-allow-origin")).toBe("*");
  expect((await headers("assets/a%20b.js")).get("access-control-allow-origin")).toBeNull();
  close();
});

test("when a port is taken the next free one is used, as often as allowed", async () => {
  const taken = createServer();
  const port = await new Promise<number>((resolve) => {
    taken.listen(0, "127.0.0.1", () => resolve((taken.address() as { port: number }).port));
  });
  await expect(serveFolder(folder, { port })).rejects.toThrow("EADDRINUSE");
  const { address, close } = await serveFolder(folder, { port, tries: 50 });
  expect(Number(new URL(address).port)).toBeGreaterThan(port);
  close();
  taken.close();
});

test("a folder changed last when anything in it did, also when a file went away", () => {
  const file = path.join(folder, "assets/gone.js");
  writeFileSync(file, "2");
  const before = lastChange(folder);
  rmSync(file);
  expect(lastChange(folder)).toBeGreaterThanOrEqual(before);
  expect(lastChange(path.join(folder, "none"))).toBe(0);
});
