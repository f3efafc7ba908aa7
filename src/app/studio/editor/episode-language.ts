import { markdown } from "@codemirror/lang-markdown";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { tags } from "@lezer/highlight";
import { BLOCKS } from "../../../scenario/parse/index.ts";
import { scriptLanguage } from "./script-language.ts";

type Extensions = NonNullable<NonNullable<Parameters<typeof markdown>[0]>["extensions"]>;

const HEAD = "---";

/** The head of the text, which Markdown knows nothing of. */
const head: Extensions = {
  defineNodes: [{ name: "EpisodeHead", block: true, style: tags.meta }],
  parseBlock: [
    {
      name: "EpisodeHead",
      before: "HorizontalRule",
      parse(context, line) {
        if (context.lineStart !== 0 || line.text.trimEnd() !== HEAD) return false;
        while (context.nextLine()) {
          if (line.text.trimEnd() !== HEAD) continue;
          context.nextLine();
          break;
        }
        context.addElement(context.elt("EpisodeHead", 0, context.prevLineEnd()));
        return true;
      },
    },
  ],
};

const style = HighlightStyle.define([
  { tag: tags.heading, color: "var(--ink)", fontWeight: "700" },
  { tag: tags.meta, color: "var(--muted)" },
  { tag: tags.processingInstruction, color: "var(--muted)" },
  { tag: [tags.labelName, tags.monospace], color: "var(--accent)" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: tags.strong, fontWeight: "700" },
  { tag: [tags.link, tags.url], color: "var(--accent)" },
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.propertyName, color: "var(--read)" },
  { tag: [tags.number, tags.atom], color: "var(--write)" },
  { tag: tags.string, color: "var(--good)" },
  { tag: tags.operator, color: "var(--muted)" },
  { tag: tags.comment, color: "var(--muted)", fontStyle: "italic" },
]);

/** Markdown with a head and with blocks that are scripts. */
export const episodeLanguage: Extension = [
  markdown({
    extensions: head,
    completeHTMLTags: false,
    codeLanguages: (info) => (BLOCKS.some((block) => block === info) ? scriptLanguage : null),
  }),
  syntaxHighlighting(style),
];
