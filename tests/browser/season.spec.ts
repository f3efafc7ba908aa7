import { expect, test } from "./test.ts";

test("the season stands in its order, and what can be watched is in the first view", async ({ page }) => {
  await page.goto("./#/");
  const episodes = page.locator(".list > li");
  await expect(episodes).toHaveCount(7);
  await expect(episodes.locator(".list-number")).toHaveText(["1", "2", "3", "4", "5", "6", "7"]);
  const made = episodes.filter({ has: page.getByRole("link") });
  await expect(made).toHaveCount(1);
  const first = made.locator(".list-chapters a").first();
  await expect(first).toBeInViewport({ ratio: 1 });
  const unmade = episodes.filter({ hasText: "Not made yet" });
  await expect(unmade).toHaveCount(6);
  await expect(unmade.first()).toContainText("Singly linked list → Git’s chain of commits");
});
