import type { Format } from "../definition.ts";
import type { Link } from "../delivery/delivery.ts";
import type { CourseResult } from "../record/result.ts";
import type { SittingState } from "../sitting.ts";

/** “7 of 18 steps · 2 of 3 right”. */
export function progressWords({ steps, score }: CourseResult): string {
  const seen = `${steps.seen} of ${steps.all} steps`;
  return score.asked === 0 ? seen : `${seen} · ${score.right} of ${score.asked} right`;
}

/** What it has come to; empty until it has come to something. */
export function resultWords({ result, mastery }: Pick<SittingState, "result" | "mastery">): string {
  const { complete, passed, score } = result;
  if (passed === undefined) return complete ? "Complete" : "";
  if (passed) return complete ? "Complete and passed" : "Passed";
  return `${complete ? "Complete, not" : "Not"} passed: ${Math.ceil(mastery * score.asked - 1e-9)} right are needed`;
}

export interface Notice {
  readonly text: string;
  readonly tone: "calm" | "warning";
}

/** What a learner should know of the system; undefined while all is well. */
export function linkWords(
  link: Link,
  { mode, kept }: Pick<SittingState, "mode" | "kept">,
  format: Format,
): Notice | undefined {
  const warning = (text: string) => ({ text, tone: "warning" }) as const;
  if (format === "html") {
    return link.kind === "over"
      ? warning(
          "This browser keeps nothing for this page, so your place and your answers end with this visit.",
        )
      : undefined;
  }
  const where = kept ? "in this browser" : "as long as this page is open";
  switch (link.kind) {
    case "opening":
      return { text: "Your course system has not answered yet. You can begin.", tone: "calm" };
    case "silent":
      return warning(
        `Your course system does not answer: ${link.problem}. Nothing is lost. What you do is kept ${where} and sent when it answers again.`,
      );
    case "over":
      return warning(
        `Your course system takes nothing from this page: ${link.problem}. What you do is kept ${where}. Open the course again from your course page to have it sent.`,
      );
    case "open":
      if (mode !== "normal") {
        const doing = mode === "review" ? "looking back" : "looking around";
        return { text: `You are ${doing}. Nothing that you do here counts.`, tone: "calm" };
      }
      if (link.missing.length > 0) {
        return warning(
          `Your course system does not keep ${link.missing.join(" nor ")}. That is kept ${where}.`,
        );
      }
      return undefined;
  }
}
