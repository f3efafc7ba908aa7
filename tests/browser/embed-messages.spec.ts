import type { Page } from "@playwright/test";
import { sealed } from "../../src/embed/protocol/messages.ts";
import { expect, frame, PLACE, stands, test } from "./embedded.ts";
import { serveHostPage } from "./host-page.ts";

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
    const before = await frame(page).locator(".stage").innerHTML();
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
    expect(await frame(page).locator(".stage").innerHTML()).toBe(before);
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
