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
