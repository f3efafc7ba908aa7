import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readDefinition } from "../../../src/course/definition.ts";
import { packCourse } from "../../../src/tools/package/pack-course.ts";
import { FILES, specOf } from "./tiny-package.ts";

const text = (bytes: Uint8Array | undefined) => strFromU8(bytes ?? new Uint8Array());
const unescaped = (html: string) =>
  html.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

describe.each(["scorm12", "scorm2004", "cmi5"] as const)("a package for %s", (format) => {
  const { file, bytes } = packCourse(specOf(format), FILES);
  const files = unzipSync(bytes);

  test("has the same bytes whenever it is made, in whatever order", () => {
    const reversed = new Map([...FILES].reverse());
    expect(packCourse(specOf(format), reversed).bytes).toEqual(bytes);
    expect(file).toBe(`ring-buffers-overwrite-${format}.zip`);
  });

  test("has everything that its manifest, its page and its styles name, and little more", () => {
    const manifest = text(files[format === "cmi5" ? "cmi5.xml" : "imsmanifest.xml"]);
    const named = [
      ...[...manifest.matchAll(/<file href="([^"]+)"/g)].map(([, href]) => href),
      ...[...manifest.matchAll(/<url>([^<]+)</g)].map(([, href]) => href),
      ...[...manifest.matchAll(/ ([\w.]+\.xsd)/g)].map(([, href]) => href),
      ...[...text(files["index.html"]).matchAll(/(?:src|href)="\.\/([^"]+)"/g)].map(([, href]) => href),
      ...[...text(files["course.css"]).matchAll(/url\("?\.\/([^")]+)/g)].map(([, href]) => href),
    ];
    expect(named.length).toBeGreaterThan(4);
    for (const name of named) expect(Object.keys(files), name).toContain(name);
    const own = Object.keys(files).filter((name) => !/\.(xsd|dtd)$/.test(name));
    const manifestName = format === "cmi5" ? "cmi5.xml" : "imsmanifest.xml";
    expect(own.sort()).toEqual([...FILES.keys(), "index.html", manifestName].sort());
  });

  test("tells its page which course it is", () => {
    const [, content = ""] = /<meta name="course" content="([^"]+)"/.exec(text(files["index.html"])) ?? [];
    const { id, title, mastery } = specOf(format);
    expect(readDefinition(unescaped(content))).toEqual({ id, title, mastery, format });
  });

  test("asks nothing of other places", () => {
    const page = text(files["index.html"]);
    expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
    expect(page).toContain("default-src 'none'");
    expect(page).not.toContain("unsafe");
  });
});

describe("a single page", () => {
  const { file, bytes } = packCourse(specOf("html"), FILES);
  const page = text(bytes);

  test("needs nothing beside it", () => {
    expect(file).toMatch(/\.html$/);
    expect(page).not.toMatch(/(?:src|href)="(?!data:)/);
    expect(page).not.toContain("url(./");
    expect(page).toContain("url(data:font/woff2;base64,AQID)");
    expect(page).toContain("connect-src 'none'");
  });

  test("runs only its own script and styles, which nothing in them can end", () => {
    const [, script = ""] = /<script>([\s\S]*?)<\/script>/.exec(page) ?? [];
    const [, style = ""] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
    expect(script).toContain("document.title");
    expect(script).toContain("// ");
    expect(page.match(/<\/script|<!--/g)).toHaveLength(1);
    for (const source of [script, style]) {
      expect(page).toContain(`'sha256-${createHash("sha256").update(source).digest("base64")}'`);
    }
  });

  test("whose styles ask for a font that was not built is not made", () => {
    const without = new Map([...FILES].filter(([name]) => !name.endsWith("mono.woff2")));
    expect(() => packCourse(specOf("html"), without)).toThrow("fonts/mono.woff2");
  });
});
