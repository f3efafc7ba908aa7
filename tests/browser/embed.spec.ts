import { call, element, expect, frame, note, noted, stands, test } from "./embedded.ts";

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

  test("goes to the exact moments that links name, also of runs by hand", async ({ page, site, host }) => {
    await host(element(site, 'episode="ring-buffers" chapter="ring" loading="eager"'));
    await note(page);
    await stands(frame(page));
    const open = (place: string) =>
      page.evaluate((to) => document.querySelector("time-machine")?.setAttribute("place", to), place);
    const state = async () => (await noted(page)).findLast(({ type }) => type === "state")?.detail;
    const chapter = "#/episodes/ring-buffers/overwrite";
    // A chapter that has not been loaded.
    await open(`${chapter}?step=4`);
    await expect.poll(state).toMatchObject({ chapter: "overwrite", step: 4 });
    const opens = Number((await state())?.moment);
    await open(`${chapter}?step=4&move=7`);
    await expect.poll(state).toMatchObject({ step: 4, moment: opens + 7, byHand: false });
    await open(`${chapter}?step=4&move=7&do=push+X;+pop`);
    await expect.poll(state).toMatchObject({ byHand: true, operation: "pop", mark: "return" });
    await open("#/episodes/ring-buffers/producers-consumers?step=3&move=2");
    await expect.poll(state).toMatchObject({ chapter: "producers-consumers", step: 3, byHand: false });
    await expect.poll(async () => Number((await state())?.moment)).toBeGreaterThan(2);
    await open(`#/lab/overwriting-ring-buffer?capacity=4&do=${"push+A;+".repeat(500)}pop`);
    await expect.poll(state).toMatchObject({ system: "overwriting-ring-buffer", state: { size: 3 } });
    expect((await noted(page)).filter(({ type }) => type === "error")).toEqual([]);
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
