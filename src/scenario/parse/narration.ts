import type { List, Paragraph, PhrasingContent } from "mdast";
import type { Block, Inline } from "../episode.ts";
import type { Place, Report } from "../problem.ts";

const ALLOWED = "narration has *emphasis*, **strong**, `code` and [links](…)";

/** A paragraph or a list of Markdown as narration. */
export function narrationOf(node: Paragraph | List, report: Report): Block {
  if (node.type === "paragraph") return { kind: "paragraph", text: inlinesOf(node.children, report) };
  if (node.ordered === true)
    report.add(placeOf(node), "narration has no numbered lists; begin each item with “-”");
  const items = node.children.map((item) => {
    const [first, ...more] = item.children;
    if (first?.type !== "paragraph" || more.length > 0) {
      report.add(placeOf(item), "an item of a list is one paragraph");
    }
    return first?.type === "paragraph" ? inlinesOf(first.children, report) : [];
  });
  return { kind: "list", items };
}

/** Where a node of the Markdown tree begins. */
export function placeOf(node: { readonly position?: { readonly start: Place } | undefined }): Place {
  const start = node.position?.start;
  return { line: start?.line ?? 1, column: start?.column ?? 1 };
}

function inlinesOf(nodes: readonly PhrasingContent[], report: Report): Inline[] {
  const inlines: Inline[] = [];
  for (const node of nodes) {
    const inline = inlineOf(node, report);
    const last = inlines.at(-1);
    if (inline === undefined || inline.text === "") continue;
    // Neighbours of one kind are one: nobody can see where the one ends and the other begins.
    if (last !== undefined && last.kind === inline.kind && last.kind !== "link") {
      inlines[inlines.length - 1] = { ...last, text: last.text + inline.text };
    } else inlines.push(inline);
  }
  return inlines;
}

function inlineOf(node: PhrasingContent, report: Report): Inline | undefined {
  switch (node.type) {
    case "text":
      return { kind: "text", text: flowing(node.value) };
    case "break":
      return { kind: "text", text: " " };
    case "inlineCode":
      return { kind: "code", text: flowing(node.value) };
    case "emphasis":
    case "strong":
      return { kind: node.type, text: plainText(node.children, report) };
    case "link":
      if (!LEADS_SOMEWHERE.test(node.url)) report.add(placeOf(node), wrongLink(node.url));
      return { kind: "link", text: plainText(node.children, report), href: node.url };
    default:
      report.add(placeOf(node), `there is no ${NAMES[node.type] ?? node.type} in narration; ${ALLOWED}`);
      return undefined;
  }
}

/** A place on this site, or a page elsewhere. Anything else could run a script, or leads nowhere from a reader's page. */
const LEADS_SOMEWHERE = /^(?:#\/|https?:\/\/[^\s/])/i;

function wrongLink(url: string): string {
  const found = url.length > LONGEST_QUOTE ? `${url.slice(0, LONGEST_QUOTE)}…` : url;
  return `a link leads to a place on this site, “#/…”, or to a page elsewhere, “https://…”; found “${found}”`;
}

const LONGEST_QUOTE = 60;

const NAMES: { readonly [type: string]: string } = { html: "HTML", linkReference: "link by reference" };

function plainText(nodes: readonly PhrasingContent[], report: Report): string {
  return nodes
    .map((node) => {
      if (node.type === "text") return flowing(node.value);
      if (node.type === "break") return " ";
      report.add(placeOf(node), "only plain text may stand inside emphasis, strong or a link");
      return "";
    })
    .join("");
}

function flowing(text: string): string {
  return text.replace(/[ \t]*(\r\n|\n|\r)[ \t]*/g, " ");
}
