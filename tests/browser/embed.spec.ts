import AxeBuilder from "@axe-core/playwright";
import type { FrameLocator, Page } from "@playwright/test";
import { sealed } from "../../src/embed/protocol/messages.ts";
import { serveHostPage } from "./host-page.ts";
import { test as base, expect } from "./test.ts";

const PLACE = "#/episodes/ring-buffers/overwrite";

interface Fixtures {
  /** The address of the site. */
  readonly site: string;
  /** Shows a page of another origin with something in it. */
  readonly host: (body: string) => Promise<void>;
}

const test = base.extend<Fixtures>({
  site: async ({ baseURL }, use) => use(baseURL ?? ""),
  host: async ({ page, site }, use) => {
    const closing: (() => void)[] = [];
    await use(async (body) => {
      const { address, close } = await serveHostPage(site, body);
      closing.push(close);
      await page.goto(address);
    });
    await page.goto("about:blank");
    for (const close of closing) close();
  },
});

const element = (site: string, attributes: string, more = "") =>
  `<script type="module" src="${site}time-machine.js"></script><time-machine ${attributes}></time-machine>${more}`;

const frame = (page: Page, index = 0): FrameLocator => page.locator("iframe").nth(index).contentFrame();

const stands = (shown: FrameLocator) => expect(shown.locator("svg.stage .mark").first()).toBeAttached();

/** Have an element's events noted from now on, and what has come before it. */
const note = (page: Page, index = 0) =>
  page.evaluate((at) => {
    const noted: { type: string; detail: unknown }[] = [];
    Object.assign(window, { [`noted${at}`]: noted });
    const machine = document.querySelectorAll("time-machine")[at];
    for (const type of ["ready", "step", "beat", "state", "answer", "score", "resize", "error"]) {
      machine?.addEventListener(type, (event) => noted.push({ type, detail: (event as CustomEvent).detail }));
    }
  }, index);

type Noted = { readonly type: string; readonly detail: Record<string, unknown> };

const noted = (page: Page, index = 0): Promise<Noted[]> =>
  page.evaluate((at) => Reflect.get(window, `noted${at}`), index) as Promise<Noted[]>;

/** Call a method of an element; gives what it was refused with. */
const call = (page: Page, method: string, ...given: unknown[]): Promise<string> =>
  page.evaluate(
    async ([name, values]) => {
      const machine = document.querySelector("time-machine");
      const run = machine && Reflect.get(machine, name as string);
      try {
        await run.apply(machine, values);
        return "done";
      } catch (error) {
        return String(error);
      }
    },
    [method, given] as const,
  );

test.describe("an element on a page of another origin", () => {
  test("shows the run, is as high as it, and tells what happens in it", async ({ page, site, host }) => {
    await host(
      element(site, 'episode="ring-buffers" chapter="overwrite" step="2" controls="minimal" loading="lazy"'),
    );
    await note(page);
    await stands(frame(page));
    await expect(frame(page).getByRole("region", { name: "Transport" })).toBeVisible();
    await expect.poll(async () => (await noted(page)).map(({ type }) => type)).toContain("resize");
    const events = await noted(page);
    const wanted = events.findLast(({ type }) => type === "resize")?.detail.height;
    await expect.poll(async () => (await page.locator("iframe").boundingBox())?.height).toBe(wanted);
    expect(events.find(({ type }) => type === "ready")?.detail).toMatchObject({
      chapter: "overwrite",
      step: 2,
    });
    expect(await call(page, "step")).toBe("done");
    await expect
      .poll(async () => (await noted(page)).findLast(({ type }) => type === "beat")?.detail)
      .toMatchObject({ chapter: "overwrite" });
    expect(await call(page, "seek", 4)).toBe("done");
    await expect
      .poll(async () => (await noted(page)).findLast(({ type }) => type === "step")?.detail.step)
      .toBe(4);
  });

  test("runs operations by hand, and says what is wrong with others", async ({ page, site, host }) => {
    await host(element(site, 'episode="ring-buffers" chapter="overwrite" loading="eager"'));
    await note(page);
    expect(await call(page, "run", ["push HELLO", "push WORLD; pop"])).toBe("done");
    await expect
      .poll(async () => (await noted(page)).findLast(({ type }) => type === "state")?.detail)
      .toMatchObject({ byHand: true, operation: "pop", mark: "return" });
    expect(await call(page, "run", "pusj A")).toMatch(/there is no operation “pusj”; did you mean “push”/);
    expect(await call(page, "run", "alert(1)")).toMatch(/there is no operation/);
    expect(await call(page, "seek", 99)).toMatch(/from 1 to \d+/);
    expect(await call(page, "seek", 1, "none")).toMatch(/there is no chapter “none”: there are ring/);
    expect(await call(page, "step", "leap")).toMatch(/“by” must be one of step, operation, move/);
    expect(await call(page, "play")).toBe("done");
    expect(await call(page, "pause")).toBe("done");
  });

  test("follows its attributes without loading anew", async ({ page, site, host }) => {
    await host(element(site, 'episode="ring-buffers" chapter="ring" loading="eager"'));
    await note(page);
    await stands(frame(page));
    const set = (change: Record<string, string>) =>
      page.evaluate((values) => Object.assign(document.querySelector("time-machine") ?? {}, values), change);
    await set({ chapter: "overwrite", theme: "dark", controls: "none", panels: "none" });
    await expect(frame(page).locator("html")).toHaveAttribute("data-theme", "dark");
    await expect(frame(page).getByRole("region", { name: "Transport" })).toBeHidden();
    await expect(frame(page).getByRole("region", { name: "Narration" })).toBeHidden();
    await expect
      .poll(async () => (await noted(page)).findLast(({ type }) => type === "step")?.detail.chapter)
      .toBe("overwrite");
    await page.evaluate(() => document.querySelector("time-machine")?.removeAttribute("controls"));
    await expect(frame(page).getByRole("region", { name: "Transport" })).toBeVisible();
    expect((await noted(page)).filter(({ type }) => type === "ready")).toHaveLength(1);
    await set({ theme: "purple" });
    await expect
      .poll(async () => (await noted(page)).findLast(({ type }) => type === "error")?.detail.message)
      .toMatch(/theme must be one of auto, light, dark; found “purple”/);
  });

  test("waits until it is near, and two of them do not mix", async ({ page, site, host }) => {
    const second = `<canvas height="6000"></canvas><time-machine lab="ring-buffer?capacity=4" label="A small ring"></time-machine>`;
    await host(element(site, 'episode="ring-buffers" chapter="overwrite"', second));
    await note(page, 0);
    await note(page, 1);
    await stands(frame(page, 0));
    await expect(page.locator("iframe")).toHaveCount(1);
    await page.evaluate(() => document.querySelectorAll("time-machine")[1]?.scrollIntoView());
    await expect(page.locator("iframe")).toHaveCount(2);
    await expect(page.getByTitle("A small ring")).toBeVisible();
    await stands(frame(page, 1));
    await page.evaluate(async () => {
      const machine = document.querySelectorAll("time-machine")[1];
      await Reflect.get(machine ?? {}, "run").call(machine, "push A");
    });
    await expect
      .poll(async () => (await noted(page, 1)).findLast(({ type }) => type === "state")?.detail)
      .toMatchObject({ system: "ring-buffer", operation: "push", state: { size: 1 } });
    expect((await noted(page, 0)).filter(({ detail }) => detail.byHand === true)).toEqual([]);
    // Taken away and put back, it starts anew.
    await page.evaluate(() => {
      const machine = document.querySelectorAll("time-machine")[1];
      machine?.remove();
      if (machine) document.body.prepend(machine);
      machine?.scrollIntoView();
    });
    await stands(page.locator("time-machine").first().locator("iframe").contentFrame());
  });
});

test.describe("options", () => {
  const open = async (page: Page, host: Fixtures["host"], site: string, query: string, place = PLACE) => {
    await host(`<iframe src="${site}embed.html?${query}${place}" width="720" height="560"></iframe>`);
    await stands(frame(page));
    return frame(page);
  };

  test("say which controls and panels there are", async ({ page, site, host }) => {
    const bare = await open(page, host, site, "controls=none&panels=none");
    await expect(bare.getByRole("button")).toHaveCount(0);
    await expect(bare.getByRole("link")).toHaveCount(0);
    const minimal = await open(page, host, site, "controls=minimal&panels=code,state");
    await expect(minimal.getByRole("button", { name: "Next step" })).toBeVisible();
    await expect(minimal.getByRole("slider")).toBeVisible();
    await expect(minimal.getByRole("combobox", { name: "Speed" })).toHaveCount(0);
    await expect(minimal.getByRole("tab")).toHaveText(["TypeScript", "Python", "State"]);
    await expect(minimal.getByRole("region", { name: "Narration" })).toHaveCount(0);
    await expect(minimal.getByRole("link", { name: "Open in full" })).toHaveAttribute(
      "href",
      `${site}${PLACE}?step=1`,
    );
    const full = await open(page, host, site, "panels=narration,hands");
    await expect(full.getByRole("combobox", { name: "Speed" })).toBeVisible();
    await expect(full.getByRole("region", { name: "Narration" })).toBeVisible();
    await expect(full.getByRole("button", { name: "push" })).toBeVisible();
  });

  test("say where it begins and ends, and that it goes round", async ({ page, site, host }) => {
    const part = await open(page, host, site, "from=2&to=3&controls=full", `${PLACE}?step=2`);
    const next = part.getByRole("button", { name: "Next step" });
    await expect(part.getByText(/^step 2 of/)).toBeVisible();
    await expect(part.getByRole("button", { name: "Previous step" })).toHaveAttribute(
      "aria-disabled",
      "true",
    );
    await next.click();
    await next.click();
    await expect(part.getByText(/^step 3 of/)).toBeVisible();
    await expect(next).toHaveAttribute("aria-disabled", "true");
    const started = await open(page, host, site, "start=4.3", `${PLACE}?step=4`);
    await expect(started.getByText(/^step 4 of/)).toBeVisible();
  });

  test("of which some are wrong are told, and the rest is as it should be", async ({ page, site, host }) => {
    const shown = await open(page, host, site, "controls=lots&theme=dark&lang=de&accent=javascript:alert(1)");
    const notice = shown.locator(".notice");
    await expect(notice).toContainText("controls must be one of full, minimal, none; found “lots”.");
    await expect(notice).toContainText("accent must be a colour of six hexadecimal digits");
    await expect(notice).toContainText("There is no text in “de” yet. It is shown in English");
    await expect(shown.locator("html")).toHaveAttribute("data-theme", "dark");
  });

  test("colour what is marked, so that it can be read", async ({ page, site, host }) => {
    const shown = await open(page, host, site, "accent=ffee00&theme=light");
    const colour = await shown
      .getByRole("button", { name: "Play" })
      .evaluate((button) => getComputedStyle(button).backgroundColor);
    expect(colour).not.toBe("rgb(59, 59, 192)");
    const { violations } = await new AxeBuilder({ page }).include("iframe").analyze();
    expect(violations.filter(({ id }) => id !== "frame-title" && id !== "page-has-heading-one")).toEqual([]);
  });

  test("have it play by itself, but not for a reader who wants no motion", async ({ page, site, host }) => {
    const shown = await open(page, host, site, "autoplay=on");
    await expect(shown.getByRole("button", { name: "Pause" })).toBeVisible();
    await page.emulateMedia({ reducedMotion: "reduce" });
    const still = await open(page, host, site, "autoplay=on");
    await expect(still.getByRole("button", { name: "Play" })).toBeVisible();
    await expect(still.getByText(/^step 1 of/)).toBeVisible();
  });
});

for (const [width, query] of [
  [280, "panels=narration"],
  [280, "controls=minimal&panels=hands"],
  [320, "panels=narration,code,state,hands"],
  [480, "controls=none&panels=none"],
  [640, "panels=narration,hands"],
  [1000, "panels=narration,code"],
] as const) {
  test(`nothing scrolls or is cut off in a frame ${width} px wide with ${query}`, async ({
    page,
    site,
    host,
  }) => {
    await host(element(site, `episode="ring-buffers" chapter="overwrite" loading="eager" label="A run"`));
    await page.evaluate(
      ([px, options]) => {
        const machine = document.querySelector<HTMLElement>("time-machine");
        if (machine === null) return;
        machine.style.width = `${px}px`;
        for (const [name, value] of new URLSearchParams(options as string)) machine.setAttribute(name, value);
      },
      [width, query] as const,
    );
    await stands(frame(page));
    const fits = () =>
      frame(page)
        .locator("html")
        .evaluate((root) => {
          const clipped = [
            root,
            ...root.querySelectorAll(".caption, .panels.by-hand, .transport, .transport-row"),
          ];
          return clipped
            .filter(
              (part) => part.scrollHeight > part.clientHeight + 1 || part.scrollWidth > part.clientWidth + 1,
            )
            .map(
              (part) =>
                `${part.className} ${part.scrollWidth}×${part.scrollHeight} in ${part.clientWidth}×${part.clientHeight}`,
            );
        });
    await expect.poll(fits).toEqual([]);
    const picture = await frame(page).locator(".picture").boundingBox();
    expect(picture?.height).toBeGreaterThan(180);
  });
}

test.describe("messages that mean no good", () => {
  const plain = (site: string) =>
    `<iframe src="${site}embed.html${PLACE}?step=2" width="640" height="400"></iframe>`;

  /** Post something to the frame, and hear what comes back until it is still. */
  const post = (page: Page, messages: readonly unknown[]) =>
    page.evaluate(
      (all) =>
        new Promise<{ type: string; message?: string }[]>((resolve) => {
          const heard: { type: string; message?: string }[] = [];
          const inside = document.querySelector("iframe")?.contentWindow;
          window.addEventListener("message", function hear({ source, data }) {
            if (source !== inside) return;
            if (data.id !== 4711) {
              heard.push(data);
              return;
            }
            window.removeEventListener("message", hear);
            resolve(heard);
          });
          for (const message of all) inside?.postMessage(message, "*");
          // An answer to this one comes after those to all others.
          inside?.postMessage({ protocol: "time-machine", version: 1, type: "hello", id: 4711 }, "*");
        }),
      messages,
    );

  test("are refused in words, and nothing comes of them", async ({ page, site, host }) => {
    await host(plain(site));
    await stands(frame(page));
    const before = await frame(page).locator("svg.stage").innerHTML();
    const errors = async (...messages: unknown[]) =>
      (await post(page, messages)).filter(({ type }) => type === "error").map(({ message }) => message);
    expect(await errors(sealed({ type: "play" }))).toEqual(["say “hello” first"]);
    expect(
      await errors(
        { protocol: "time-machine", version: 2, type: "play" },
        { protocol: "time-machine", version: 1, type: "eval", code: "alert(1)" },
        { protocol: "time-machine", version: 1, type: "constructor" },
        { protocol: "time-machine", version: 1, type: "run", lines: "x".repeat(1_000_000) },
        { protocol: "time-machine", version: 1, type: "open", place: "javascript:alert(1)" },
      ),
    ).toEqual([
      "this embed speaks version 1 of the protocol; found 2",
      expect.stringContaining("there is no command “eval”: there are hello, play"),
      expect.stringContaining("there is no command “constructor”"),
      expect.stringContaining("“run” needs “lines”: a list"),
      expect.stringContaining("“open” needs “place”"),
    ]);
    // What is not of this protocol is for somebody else.
    expect(
      await errors("play", null, 7, { type: "play" }, ["play"], { protocol: "other", type: "play" }),
    ).toEqual([]);
    expect(await frame(page).locator("svg.stage").innerHTML()).toBe(before);
    await expect(frame(page).getByRole("button", { name: "Play" })).toBeVisible();
  });

  test("that come in a flood are left out, with a word about it", async ({ page, site, host }) => {
    await host(plain(site));
    await stands(frame(page));
    await post(page, []);
    const heard = await page.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const inside = document.querySelector("iframe")?.contentWindow;
          const words: string[] = [];
          window.addEventListener("message", ({ data }) => {
            if (data.type !== "error") return;
            words.push(data.message);
            if (data.message.startsWith("too many")) resolve(words);
          });
          for (let at = 0; at < 5_000; at++) {
            inside?.postMessage({ protocol: "time-machine", version: 1, type: "hello" }, "*");
          }
        }),
    );
    expect(heard.length).toBeLessThan(50);
    await expect(frame(page).getByRole("button", { name: "Play" })).toBeVisible();
  });

  test("from another frame than the page around it are not heard", async ({ page, site, host }) => {
    const { address, close } = await serveHostPage(site, "");
    await host(`${plain(site)}<iframe src="about:blank" name="other"></iframe>`);
    await stands(frame(page));
    await post(page, []);
    const place = await frame(page)
      .getByText(/^step \d+ of/)
      .textContent();
    await page.frame("other")?.evaluate(() => {
      const [first] = [...(parent.document.querySelectorAll("iframe") as NodeListOf<HTMLIFrameElement>)];
      first?.contentWindow?.postMessage({ protocol: "time-machine", version: 1, type: "seek", to: "7" }, "*");
    });
    await post(page, []);
    expect(
      await frame(page)
        .getByText(/^step \d+ of/)
        .textContent(),
    ).toBe(place);
    close();
    expect(address).not.toBe(page.url());
  });
});

test("a frame whose browser blocks storage works, and says nothing about it", async ({
  page,
  site,
  host,
}) => {
  await page.addInitScript(() => {
    const block = () => {
      throw new DOMException("Access is denied for this document.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB"]) {
      Object.defineProperty(window, name, { get: block });
    }
  });
  await host(element(site, 'episode="ring-buffers" chapter="overwrite" loading="eager"'));
  await stands(frame(page));
  await frame(page).getByRole("button", { name: "Next step" }).click();
  await frame(page).getByRole("combobox", { name: "Speed" }).selectOption("2");
  await expect(frame(page).locator(".notice")).toHaveCount(0);
});

test("only what is made for frames may stand in one of another origin", async ({ page, site }) => {
  const policy = async (path: string) =>
    (await page.request.get(site + path)).headers()["content-security-policy"];
  expect(await policy("")).toContain("frame-ancestors 'self'");
  expect(await policy("embed.html")).not.toContain("frame-ancestors");
  expect((await page.request.get(`${site}time-machine.js`)).headers()["access-control-allow-origin"]).toBe(
    "*",
  );
});

test("the element's types stand beside its script, and need nothing else", async ({ page, site }) => {
  const types = await (await page.request.get(`${site}time-machine.d.ts`)).text();
  expect(types).toContain("export declare class TimeMachine extends HTMLElement");
  expect(types).not.toMatch(/^import |from "/m);
});

test("a run that there is not is said in words, with a way on", async ({ page, site, host }) => {
  await host(`<iframe src="${site}embed.html#/episodes/none" width="640" height="400"></iframe>`);
  await expect(frame(page).getByRole("alert")).toContainText("The season has no episode “none”.");
  await expect(frame(page).getByRole("link", { name: "Open the site" })).toHaveAttribute("href", site);
});
