import { axeFaults } from "./axe.ts";
import { expect, test } from "./test.ts";

const pages = {
  season: "#/",
  episode: "#/episodes/ring-buffers/overwrite?step=4",
  lab: "#/lab/overwriting-ring-buffer?capacity=12",
  threads: "#/episodes/ring-buffers/producers-consumers?step=9",
  "thread question": "#/episodes/ring-buffers/producers-consumers?step=2",
  strategies: "#/episodes/ring-buffers/backpressure?step=3",
  failure: "#/episodes/ring-buffers/backpressure?step=10",
  crowd: "#/lab/producer-consumer?producers=200&consumers=200&capacity=100000",
};

for (const colorScheme of ["light", "dark"] as const) {
  for (const [name, route] of Object.entries(pages)) {
    test(`axe finds nothing wrong with the ${name} page in the ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`./${route}`);
      await expect(page.getByRole("main")).toBeVisible();
      await expect(page.getByRole("heading", { level: 1 })).toBeAttached();
      expect(await axeFaults(page, { colorScheme })).toEqual([]);
    });
  }
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing wrong with a picture of each view in the ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("./#/gallery");
    const faults: Record<string, object[]> = {};
    const views = page.getByRole("group", { name: "View", exact: true }).getByRole("radio");
    await expect(views.first()).toBeVisible();
    for (const view of await views.all()) {
      await view.check();
      await expect(page.locator(".stage .mark").first()).toBeAttached();
      // All states of a view are made of the same parts: the first is looked through.
      const found = await axeFaults(page, { within: "figure:first-child:not(.stage)", colorScheme });
      const name = await view.evaluate((input) => input.parentElement?.textContent ?? "");
      if (found.length > 0) faults[name] = found;
    }
    expect(faults).toEqual({});
  });
}
