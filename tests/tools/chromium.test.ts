import { expect, test } from "vitest";
import { chooseChromium, usualPlaces } from "../../src/tools/chromium.mjs";
import { systemWays } from "../../src/tools/provide-chromium.mjs";

const linux = { platform: "linux", env: { PATH: "/home/ada/bin:/usr/bin:relative" } } as const;

test("on Linux the folders of PATH are searched in order, then the usual ones", () => {
  const places = usualPlaces(linux);
  expect(places.slice(0, 2)).toEqual(["/home/ada/bin/chromium-headless-shell", "/home/ada/bin/chromium"]);
  expect(places).toContain("/usr/bin/google-chrome");
  expect(places).toContain("/snap/bin/chromium");
  expect(places.at(-1)).toBe("/opt/google/chrome/chrome");
  expect(places.every((place) => place.startsWith("/"))).toBe(true);
  expect(new Set(places).size).toBe(places.length);
});

test("on a Mac the applications of the system and of the user are searched", () => {
  const places = usualPlaces({ platform: "darwin", env: { HOME: "/Users/ada", PATH: "/opt/homebrew/bin" } });
  expect(places).toContain("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");
  expect(places).toContain("/Users/ada/Applications/Chromium.app/Contents/MacOS/Chromium");
  expect(places).toContain("/opt/homebrew/bin/chromium");
});

test("on Windows the program folders that exist are searched", () => {
  const places = usualPlaces({
    platform: "win32",
    env: { PROGRAMFILES: "C:\\Program Files", LOCALAPPDATA: "C:\\Users\\ada\\AppData\\Local" },
  });
  expect(places[0]).toBe("C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");
  expect(places).toContain("C:\\Users\\ada\\AppData\\Local\\Chromium\\Application\\chrome.exe");
  expect(places).toHaveLength(6);
});

test("CHROMIUM_PATH goes before everything, and nothing stands in for it when it is wrong", () => {
  const named = { ...linux, env: { ...linux.env, CHROMIUM_PATH: "/my/chromium" } };
  expect(chooseChromium(named, undefined, () => true)).toBe("/my/chromium");
  expect(chooseChromium(named, "/cache/chrome", (file) => file !== "/my/chromium")).toBeUndefined();
});

test("an empty CHROMIUM_PATH is none", () => {
  const empty = { ...linux, env: { ...linux.env, CHROMIUM_PATH: "" } };
  expect(chooseChromium(empty, undefined, (file) => !file.includes("shell"))).toBe("/home/ada/bin/chromium");
});

test("one of the system goes before one that Playwright downloaded", () => {
  const works = (file: string) => /cache|usr.*chromium$/.test(file);
  expect(chooseChromium(linux, "/cache/chrome", works)).toBe("/usr/bin/chromium");
  expect(chooseChromium(linux, "/cache/chrome", (file) => /cache/.test(file))).toBe("/cache/chrome");
  expect(chooseChromium(linux, "/cache/chrome", () => false)).toBeUndefined();
  expect(chooseChromium(linux, undefined, () => false)).toBeUndefined();
});

const only = (command: string) => (asked: string) => asked === command;

test("root installs with the package manager itself, the one without windows where there is a package of it", () => {
  const apt = (name: string) => ({
    words: `installs the package ${name} with apt-get`,
    lines: [
      ["apt-get", "update"],
      ["apt-get", "install", "-y", "--no-install-recommends", name],
    ],
  });
  const ways = systemWays({ root: true, sudo: false, has: only("apt-get") });
  expect(ways).toEqual([apt("chromium-headless-shell"), apt("chromium")]);
});

test("a user with sudo and no password installs with sudo, which never asks", () => {
  const [way] = systemWays({ root: false, sudo: true, has: only("dnf") });
  expect(way?.lines).toEqual([["sudo", "-n", "dnf", "install", "-y", "chromium"]]);
});

test("a user without rights has no way but brew", () => {
  expect(systemWays({ root: false, sudo: false, has: only("apk") })).toEqual([]);
  expect(systemWays({ root: false, sudo: false, has: () => true }).map(({ words }) => words)).toEqual([
    "installs chromium with brew",
  ]);
});
