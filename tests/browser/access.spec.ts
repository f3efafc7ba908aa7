import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "./test.ts";

const pages = {
  season: "#/",
  episode: "#/episodes/ring-buffers/overwrite?step=4",
  lab: "#/lab/overwriting-ring-buffer?capacity=12",
  gallery: "#/gallery",
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
      if (name === "gallery") await page.evaluate(keepOneOfEachView);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, help, nodes }) => ({
        id,
        help,
        where: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
      }));
      expect(found).toEqual([]);
    });
  }
}

/** All states of a view are made of the same parts: one of each is looked through. */
function keepOneOfEachView(): void {
  const seen = new Set<string>();
  for (const figure of document.querySelectorAll("figure")) {
    const view = figure.querySelector("figcaption")?.lastChild?.textContent ?? "";
    if (seen.has(view)) figure.remove();
    seen.add(view);
  }
}
