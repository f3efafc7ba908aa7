import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";

/** The rules that judge colours. */
const COLOURS = ["color-contrast", "link-in-text-block"];

interface Look {
  /** Only that part of the page; a list leads from frame to frame. */
  readonly within?: string | string[];
  /** In the dark a page differs in its colours alone, so only these are looked at: a test looks at the rest in the light. */
  readonly colorScheme?: "light" | "dark";
  /** Its frames are of another origin. To look into those, axe opens a page of its own each time, which takes as long again. */
  readonly foreignFrames?: boolean;
}

/** What axe finds wrong with a page as it stands: which rule, where, and what would put it right. */
export async function axeFaults(
  page: Page,
  { within, colorScheme = "light", foreignFrames = false }: Look = {},
) {
  const axe = new AxeBuilder({ page })
    .setLegacyMode(!foreignFrames)
    // To name whatever is right takes as long as to find what is wrong.
    .options({ resultTypes: ["violations"] });
  if (within !== undefined) axe.include(within);
  if (colorScheme === "dark") axe.withRules(COLOURS);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => ({
    id,
    where: nodes.map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
  }));
}
