import path from "node:path";
import { root } from "../../src/tools/run.mjs";
import { serveFolder } from "../../src/tools/serve-folder.mjs";
import { TEST_SITE } from "../../src/tools/site.mjs";
import { expect, test } from "./test.ts";

for (const under of ["/", "/~ada/lists/", "/a%20b/"]) {
  test(`the pages work on a plain host under ${under}`, async ({ page, lesson }) => {
    const { address, close } = await serveFolder(path.join(root, TEST_SITE), { under });
    try {
      const missing: string[] = [];
      page.on("response", (response) => {
        if (response.status() >= 400) missing.push(response.url());
      });
      await page.goto(`${address}#/episodes/ring-buffers/overwrite?step=4`);
      await lesson.stands();
      await page.goto(`${address}#/lab/overwriting-ring-buffer?capacity=5`);
      await lesson.stands();
      await page.goto(`${address}#/`);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
      expect(missing).toEqual([]);
    } finally {
      close();
    }
  });
}

for (const file of ["", "embed.html"]) {
  test(`a host that sends no header has ${file || "index.html"} under the policy too`, async ({
    context,
    baseURL,
  }) => {
    // A page of its own: that the browser tells of the script on the console is what should happen.
    const page = await context.newPage();
    await page.route(`${baseURL}${file}`, async (route) => {
      const response = await route.fetch();
      const { "content-security-policy": _, ...headers } = response.headers();
      const body = (await response.text()).replace("<body>", "<body><script>document.title = 'ran'</script>");
      await route.fulfill({ response, headers, body });
    });
    const refused = page.waitForEvent("console", (message) => /inline script/.test(message.text()));
    await page.goto(`${baseURL}${file}#/episodes/ring-buffers/overwrite`);
    await refused;
    await expect(page.locator(".stage .mark").first()).toBeAttached();
    await expect(page).not.toHaveTitle("ran");
  });
}
