import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { cmi5Manifest } from "../../../src/tools/package/manifest-cmi5.ts";
import { scorm12Manifest } from "../../../src/tools/package/manifest-scorm12.ts";
import { scorm2004Manifest } from "../../../src/tools/package/manifest-scorm2004.ts";
import { schemaFiles } from "../../../src/tools/package/schema-files.ts";
import { specOf } from "./tiny-package.ts";

const NAMES = ["index.html", "course.css", "course.js", "fonts/inter.woff2", "fonts/mono.woff2"];
const golden = (name: string) => readFileSync(path.join(import.meta.dirname, "golden", name), "utf8");

describe("manifests, to the byte", () => {
  test("of SCORM 1.2", () => {
    expect(scorm12Manifest(specOf("scorm12"), NAMES)).toBe(golden("scorm12.xml"));
  });
  test("of SCORM 2004", () => {
    expect(scorm2004Manifest(specOf("scorm2004"), NAMES)).toBe(golden("scorm2004.xml"));
  });
  test("of cmi5", () => {
    expect(cmi5Manifest(specOf("cmi5"), "index.html")).toBe(golden("cmi5.xml"));
  });
  test("of cmi5, of a course without questions", () => {
    const manifest = cmi5Manifest({ ...specOf("cmi5"), judged: false }, "index.html");
    expect(manifest).toContain('moveOn="Completed"');
    expect(manifest).not.toContain("masteryScore");
  });
});

const SCHEMAS = {
  scorm12: {
    "http://www.imsproject.org/xsd/imscp_rootv1p1p2": "imscp_rootv1p1p2.xsd",
    "http://www.adlnet.org/xsd/adlcp_rootv1p2": "adlcp_rootv1p2.xsd",
  },
  scorm2004: {
    "http://www.imsglobal.org/xsd/imscp_v1p1": "imscp_v1p1.xsd",
    "http://www.adlnet.org/xsd/adlcp_v1p3": "adlcp_v1p3.xsd",
    "http://www.imsglobal.org/xsd/imsss": "imsss_v1p0.xsd",
  },
} as const;

/** What the standard's own schemas, as the packages carry them, say against a manifest. */
async function wrongs(standard: keyof typeof SCHEMAS, manifest: string): Promise<readonly string[]> {
  const preload = [...schemaFiles(standard)].map(([fileName, contents]) => ({
    fileName,
    contents: new TextDecoder().decode(contents),
  }));
  const imports = Object.entries(SCHEMAS[standard]).map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  );
  const all = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join("")}</xs:schema>`;
  const { errors } = await validateXML({
    xml: [{ fileName: "imsmanifest.xml", contents: manifest }],
    schema: [{ fileName: "all.xsd", contents: all }],
    preload,
  });
  return errors.map(({ rawMessage }) => rawMessage);
}

describe("manifests, by the standard's own schemas", () => {
  const of12 = scorm12Manifest(specOf("scorm12"), NAMES);
  const of2004 = scorm2004Manifest(specOf("scorm2004"), NAMES);

  test("of SCORM 1.2 are right", async () => {
    expect(await wrongs("scorm12", of12)).toEqual([]);
  });
  test("of SCORM 2004 are right", async () => {
    expect(await wrongs("scorm2004", of2004)).toEqual([]);
  });
  test.each([
    ["scorm12", of12.replace('scormtype="sco"', 'scormtype="page"')],
    [
      "scorm12",
      of12.replace("<organizations", "<organisations").replace("</organizations", "</organisations"),
    ],
    [
      "scorm2004",
      of2004.replace("imsss:objectives>", "imsss:aims>").replace("</imsss:objectives", "</imsss:aims"),
    ],
    ["scorm2004", of2004.replace('tracked="true"', 'tracked="perhaps"')],
  ] as const)("of %s that are wrong are found to be (%#)", async (standard, manifest) => {
    expect(await wrongs(standard, manifest)).not.toEqual([]);
  });
});
