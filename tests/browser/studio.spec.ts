import { strToU8, zlibSync } from "fflate";
import { pack } from "../../src/scenario/link/packed.ts";
import { axeFaults } from "./axe.ts";
import { episodeWith, Studio } from "./studio.ts";
import { expect, test } from "./test.ts";

test("an episode is written, put right, watched, kept, downloaded, opened again and shared", async ({
  page,
  browser,
}) => {
  const studio = new Studio(page);
  await studio.begin();
  await studio.checked("No problems");
  await expect(studio.preview.locator(".stage .mark").first()).toBeAttached();

  await test.step("a mistake is told of where it stands, and the preview stays", async () => {
    await studio.goToLine("push B");
    await studio.write("pusj D");
    await expect(studio.problems).toHaveText([/^21:1there is no operation “pusj”; did you mean “push”/]);
    await expect(studio.preview.getByText(/as it last was without problems/)).toBeVisible();
    await expect(studio.preview.getByRole("button", { name: "Play", exact: true })).toBeVisible();
  });

  await test.step("a problem leads to its place, and what was meant is one press away", async () => {
    await studio.problems.click();
    await expect(studio.text).toBeFocused();
    await studio.button("Write “push”").click();
    await expect(studio.text.getByText("push D", { exact: true })).toBeVisible();
    await expect(studio.problems).toHaveText([
      /expected size = 2; size is 3/,
      /expected head = 3; head is 0/,
    ]);
  });

  await test.step("put right, it is shown as far as the cursor", async () => {
    await studio.goToLine("expect size = 2");
    await page.keyboard.press("Backspace");
    await page.keyboard.insertText("3");
    await expect(studio.problems).toHaveText([/expected head = 3; head is 0/]);
    await studio.goToLine("expect head = 3");
    await page.keyboard.press("Backspace");
    await page.keyboard.insertText("0");
    await studio.checked("No problems");
    await studio.goToLine("push D");
    await expect(studio.preview.getByText("3 / 4", { exact: true })).toBeVisible();
    await studio.goToLine("push A");
    await expect(studio.preview.getByText("1 / 4", { exact: true })).toBeVisible();
  });

  await test.step("a step pressed in the preview moves the cursor", async () => {
    await studio.preview.getByRole("button", { name: "Go to step 2" }).click();
    await expect(studio.text.locator(".cm-step-on-show").first()).toHaveText("Then let it go on.");
    await expect(studio.text).not.toBeFocused();
  });

  const before = await studio.downloaded(studio.button("Download"));
  expect(before.name).toBe("my-episode.md");
  expect(before.text).toContain("push D\nexpect size = 3");

  await test.step("a reload keeps the text", async () => {
    await expect(page.getByText("Kept in this browser")).toBeVisible();
    await page.reload();
    await studio.checked("No problems");
    expect((await studio.downloaded(studio.button("Download"))).text).toBe(before.text);
  });

  await test.step("the file opens as another draft with the same text", async () => {
    await studio.openFile("mine.md", before.text);
    expect((await studio.downloaded(studio.button("Download"))).text).toBe(before.text);
    await page.getByRole("link", { name: "Drafts" }).click();
    await expect(page.getByRole("main").getByRole("listitem")).toHaveCount(2);
    await page.goBack();
    await studio.checked("No problems");
  });

  await test.step("the link plays for somebody else, whose page keeps none of its progress", async () => {
    const link = await studio.link();
    const context = await browser.newContext();
    const reader = await context.newPage();
    await reader.goto(link);
    await expect(reader.getByRole("heading", { level: 1, name: "The first chapter" })).toBeVisible();
    await reader.getByRole("button", { name: "Go to step 2" }).click();
    await expect(reader.getByText("4 / 4", { exact: true })).toBeVisible();
    await expect(reader).toHaveURL(/#\/draft\/first\?step=2&text=/);
    expect(await reader.evaluate(() => localStorage.getItem("invisible-linked-list/progress"))).toBeNull();
    await reader.reload();
    await expect(reader.getByText("step 2 of 2")).toBeVisible();
    await reader.getByRole("link", { name: "Edit a copy" }).click();
    await expect(reader.getByRole("textbox", { name: "Text of the episode" })).toBeVisible();
    await expect(reader).toHaveURL(/#\/studio\/\w+$/);
    await context.close();
  });
});

test("completion offers what the system and its state really have", async ({ page }) => {
  const studio = new Studio(page);
  await studio.begin();
  await studio.goToLine("push B");
  await page.keyboard.press("Enter");
  await page.keyboard.type("expect s");
  const list = page.getByRole("listbox");
  await expect(list.getByRole("option", { name: /^size\s*2$/ })).toBeVisible();
  // The editor takes no key for a list that has only just come.
  const accept = (text: string, lines: number) =>
    expect(async () => {
      await page.keyboard.press("Tab");
      await expect(studio.text.getByText(text, { exact: true })).toHaveCount(lines, { timeout: 1_000 });
    }).toPass();
  await accept("expect size", 1);
  await page.keyboard.type(" = ");
  await expect(list.getByRole("option", { name: /as it is here/ })).toHaveText(/^2/);
  await accept("expect size = 2", 2);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  await expect(studio.text).not.toBeFocused();
});

test("two tabs do not write over each other", async ({ page, context }) => {
  const studio = new Studio(page);
  await studio.begin();
  await expect(page.getByText("Kept in this browser")).toBeVisible();
  const other = new Studio(await context.newPage());
  await other.page.goto(page.url());
  await other.goToLine("push A");
  await other.write("push X");
  await expect(other.page.getByText("Kept in this browser")).toBeVisible();
  // The first has nothing of its own to lose: it shows what the second wrote.
  await expect(studio.text.getByText("push X", { exact: true })).toBeVisible();
  // Now as if both wrote in the same moment.
  await page.evaluate(() => {
    const [key] = Object.keys(localStorage).filter((name) => name.includes("/draft/"));
    const kept = JSON.parse(localStorage.getItem(key ?? "") ?? "");
    kept.value.revision += 1;
    kept.value.text = "theirs";
    localStorage.setItem(key ?? "", JSON.stringify(kept));
  });
  await studio.goToLine("push B");
  await studio.write("push Y");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("changed in another tab");
  await alert.getByRole("button", { name: "Keep this text" }).click();
  await expect(page.getByText("Kept in this browser")).toBeVisible();
  await expect(studio.text.getByText("push Y", { exact: true })).toBeVisible();
  await other.page.close();
});

test("drafts are deleted, and put back", async ({ page }) => {
  const studio = new Studio(page);
  await studio.begin();
  await page.getByRole("link", { name: "Drafts" }).click();
  const drafts = page.getByRole("main").getByRole("listitem");
  await expect(drafts).toHaveCount(1);
  await studio.button(/^Delete/).click();
  await expect(drafts).toHaveCount(0);
  await studio.button("Undo").click();
  await expect(drafts).toHaveCount(1);
});

test("a store that is full is told of, and nothing is lost while the page is open", async ({ page }) => {
  await page.addInitScript(() => {
    const set = Storage.prototype.setItem;
    Storage.prototype.setItem = function (name, value) {
      if (name.includes("/draft/") && value.includes("push Z"))
        throw new DOMException("full", "QuotaExceededError");
      set.call(this, name, value);
    };
  });
  const studio = new Studio(page);
  await studio.begin();
  await studio.goToLine("push B");
  await studio.write("push Z");
  await expect(page.getByRole("alert")).toContainText("storage is full");
  await page.getByRole("link", { name: "Drafts" }).click();
  await page.getByRole("link", { name: /My episode/ }).click();
  await expect(studio.text.getByText("push Z", { exact: true })).toBeVisible();
});

const hostile = {
  "a link that is a script": episodeWith("See [this](javascript:window.ran=1)."),
  "a link with data": episodeWith("See [this](data:text/html,<script>parent.ran=1</script>)."),
  "an element that runs": episodeWith("<img src=x onerror=window.ran=1>"),
  "a script": episodeWith("<script>window.ran=1</script>"),
  "an element within words": episodeWith('So <svg onload="window.ran=1"> it is.'),
  "a picture elsewhere": episodeWith("![x](https://evil.example/x.png)"),
  "names that every object has": episodeWith("Look:", "```do\n__proto__\nconstructor\n```"),
  "text that turns round": episodeWith("So \u202eit is."),
  nothing: "",
  "only a bracket, very often": "[".repeat(50_000),
};

for (const [name, text] of Object.entries(hostile)) {
  test(`a hostile link does nothing: ${name}`, async ({ page }) => {
    await page.goto(`./#/draft?text=${pack(text)}`);
    await expect(page.getByRole("heading", { name: "This episode has problems" })).toBeVisible();
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    await page.getByRole("link", { name: "Open a copy in the studio" }).click();
    const studio = new Studio(page);
    await expect(studio.problems.first()).toBeVisible();
    await studio.button("Share").click();
    await expect(page.getByRole("dialog")).toContainText("nobody could watch it");
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
  });
}

test("what looks like markup is shown as the words it is", async ({ page }) => {
  const markup = "`<img src=x onerror=window.ran=1>`";
  const text = episodeWith(
    `So ${markup} and [elsewhere](https://example.org/?a="><script>window.ran=1</script>).`,
    '```do\npush "<b>x</b>"\npush __proto__\n```',
    '```ask\nquestion: <img src=x onerror=window.ran=1>\noptions:\n  "<b>one</b>": size = 2\n  "two": size = 3\nwhy: <script>window.ran=1</script>\n```',
  ).replace("title: Hostile", "title: </title><script>window.ran=1</script>");
  await page.goto(`./#/draft?text=${pack(text)}`);
  await expect(page.getByText("<img src=x onerror=window.ran=1>").first()).toBeVisible();
  const link = page.getByRole("link", { name: "elsewhere" });
  expect(await link.getAttribute("rel")).toBe("noreferrer");
  await page.getByRole("button", { name: "Next step" }).click();
  await expect(page.getByText("2 / 4", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => "ran" in window)).toBe(false);
  expect(await page.evaluate(() => document.querySelectorAll("main script, main img").length)).toBe(0);
});

test("a link that is damaged, or unfolds without end, says so", async ({ page }) => {
  const bomb = Buffer.from(zlibSync(strToU8("a".repeat(30_000_000)), { level: 9 })).toString("base64url");
  for (const text of ["", "1", pack("x").slice(0, -2), `1AAAAAA${bomb}`]) {
    await page.goto("./#/");
    await page.goto(`./#/draft?text=${text}`);
    await expect(page.getByRole("heading", { name: "This link is damaged" })).toBeVisible();
    await page.goto(`./#/studio?text=${text}`);
    await expect(page.getByRole("heading", { name: "This link is damaged" })).toBeVisible();
  }
});

test("a script without end leaves the page free", async ({ page }) => {
  const scene = "```system\nproducer-consumer\nproducers: 20\nconsumers: 20\n```";
  const text = episodeWith(`Look.\n\n${scene}`, "Look:", "```do\nrun until queue.size = -1\n```");
  const studio = new Studio(page);
  await studio.openFile("endless.md", text);
  // It is being run, or has been given up; the author writes on either way.
  await studio.goToLine("Look:");
  await studio.write("More.");
  await expect(studio.text.getByText("More.", { exact: true })).toBeVisible();
  await expect(studio.problems.first()).toBeVisible({ timeout: 150_000 });
});

const sizes = [
  [1440, 900],
  [768, 1024],
  [390, 844],
  [640, 400],
] as const;

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing wrong with the studio in the ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const studio = new Studio(page);
    const looks = () => axeFaults(page, { colorScheme });
    await page.goto("./#/studio");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    expect(await looks()).toEqual([]);
    await studio.openFile("a.md", episodeWith("Look:", "```do\npusj A\n```"));
    await studio.checked("1 problem");
    for (const [width, height] of sizes) {
      await page.setViewportSize({ width, height });
      const tabs = await page.getByRole("tab", { name: /^(Text|Preview|1 problem)$/ }).all();
      for (const tab of tabs.length === 0 ? [undefined] : tabs) {
        await tab?.click();
        // What is wide and what is narrow are arranged differently; the sizes between them are one or the other.
        if (width !== 1440 && width !== 390) continue;
        expect({ width, found: await looks() }).toEqual({ width, found: [] });
      }
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
    await page.setViewportSize({ width: 1440, height: 900 });
    await studio.openFile("b.md", episodeWith("Look:", "```do\npush A\n```"));
    await studio.checked("No problems");
    await studio.button("Share").click();
    await expect(page.getByRole("textbox", { name: "Link", exact: true })).toBeVisible();
    expect(await looks()).toEqual([]);
  });
}

test("the divider is moved with the keyboard and the pointer", async ({ page }) => {
  await new Studio(page).begin();
  const divider = page.getByRole("separator", { name: "Width of the text" });
  await divider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(divider).toHaveAttribute("aria-valuenow", "52");
  await page.keyboard.press("Home");
  await expect(divider).toHaveAttribute("aria-valuenow", "25");
  const box = await divider.boundingBox();
  if (box === null) throw new Error("the divider has no place");
  await page.mouse.move(box.x + 4, box.y + 100);
  await page.mouse.down();
  await page.mouse.move(720, box.y + 100, { steps: 4 });
  await page.mouse.up();
  await expect(divider).toHaveAttribute("aria-valuenow", "50");
});
