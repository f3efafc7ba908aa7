import { createHash } from "node:crypto";
import type { CourseDefinition, Format } from "../../course/definition.ts";
import { type CourseFiles, ICON, SCRIPT, STYLES } from "./build-course.ts";
import { escaped } from "./xml.ts";

/** The page of a package, with its script and its styles beside it. */
export function coursePage(definition: CourseDefinition): string {
  return page(definition, policy(definition.format, { script: "'self'", style: "'self'", font: "'self'" }), [
    `<link rel="icon" href="./${ICON}" type="image/svg+xml" />`,
    `<link rel="stylesheet" href="./${STYLES}" />`,
    `<script defer src="./${SCRIPT}"></script>`,
  ]);
}

/** A course as one page that needs nothing beside it: it opens from disk. */
export function singlePage(definition: CourseDefinition, files: CourseFiles): string {
  const text = (name: string) => new TextDecoder().decode(files.get(name));
  const styles = text(STYLES).replace(/url\((["']?)\.\/(fonts\/[^"')]+)\1\)/g, (_, __, name: string) => {
    const font = files.get(name);
    if (font === undefined) throw new Error(`the styles ask for ${name}, which was not built`);
    return `url(data:font/woff2;base64,${Buffer.from(font).toString("base64")})`;
  });
  const icon = `data:image/svg+xml;base64,${Buffer.from(files.get(ICON) ?? []).toString("base64")}`;
  // What would end the element in which it stands, or begin a comment. Both can only stand in strings.
  const script = text(SCRIPT).replace(/<(?=\/script|!--)/gi, "\\x3c");
  const hash = (source: string) => `'sha256-${createHash("sha256").update(source).digest("base64")}'`;
  return page(definition, policy("html", { script: hash(script), style: hash(styles), font: "data:" }), [
    `<link rel="icon" href="${icon}" />`,
    `<style>${styles}</style>`,
    `<script>${script}</script>`,
  ]);
}

interface Sources {
  readonly script: string;
  readonly style: string;
  readonly font: string;
}

/** Nothing from elsewhere; only a cmi5 course speaks with another host, the one that its system names. */
function policy(format: Format, { script, style, font }: Sources): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    `font-src ${font}`,
    "img-src 'self' data: blob:",
    "worker-src blob:",
    `connect-src ${{ scorm12: "'self'", scorm2004: "'self'", cmi5: "'self' https: http:", html: "'none'" }[format]}`,
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join("; ");
}

function page(
  { id, title, format, mastery }: CourseDefinition,
  rules: string,
  parts: readonly string[],
): string {
  const definition = JSON.stringify({ id, title, format, mastery });
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="${escaped(rules)}" />
    <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
    <meta name="color-scheme" content="light dark" />
    <meta name="course" content="${escaped(definition)}" />
    <title>${escaped(title)}</title>
    ${parts.slice(0, 2).join("\n    ")}
  </head>
  <body>
    <div id="root"></div>
    <noscript>This course runs real data structures in your browser, so it needs JavaScript.</noscript>
    ${parts.slice(2).join("\n    ")}
  </body>
</html>
`;
}
