import type { List, Paragraph, PhrasingContent } from "mdast";
import { toMarkdown } from "mdast-util-to-markdown";
import type { Block, Inline } from "../episode.ts";

/** A paragraph or a list as Markdown, without the newline at its end. */
export function printNarration(block: Block): string {
  return toMarkdown(nodeOf(block), { bullet: "-", rule: "-" }).replace(/\n$/, "");
}

function nodeOf(block: Block): Paragraph | List {
  if (block.kind === "paragraph") return paragraphOf(block.text);
  const children = block.items.map((item) => ({
    type: "listItem" as const,
    spread: false,
    children: [paragraphOf(item)],
  }));
  return { type: "list", ordered: false, spread: false, children };
}

function paragraphOf(text: readonly Inline[]): Paragraph {
  return { type: "paragraph", children: text.map(phrasingOf) };
}

function phrasingOf(inline: Inline): PhrasingContent {
  const text = { type: "text" as const, value: inline.text };
  switch (inline.kind) {
    case "text":
      return text;
    case "code":
      return { type: "inlineCode", value: inline.text };
    case "link":
      return { type: "link", url: inline.href, children: [text] };
    default:
      return { type: inline.kind, children: [text] };
  }
}
