import fc from "fast-check";
import { expect, test } from "vitest";
import { validateXML } from "xmllint-wasm";
import { element, printXml } from "../../../src/tools/package/xml.ts";

test("elements are written with their attributes, one a line", () => {
  const document = element("a", { b: "1" }, [element("c"), element("d", {}, "text")]);
  expect(printXml(document)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<a b="1">\n  <c/>\n  <d>text</d>\n</a>\n',
  );
});

test("what has a meaning in XML is escaped, and what it cannot write is shown to be missing", () => {
  const printed = printXml(element("a", { b: '<"&\n>' }, "\u0000\ud800 & ]]>"));
  expect(printed).toContain('b="&lt;&quot;&amp;&#10;&gt;"');
  expect(printed).toContain(">\ufffd\ufffd &amp; ]]&gt;<");
});

test("whatever the texts are, the document is well-formed", async () => {
  const texts = fc.sample(fc.string({ unit: "binary" }), { seed: 7, numRuns: 60 });
  const document = printXml(
    element(
      "all",
      {},
      texts.map((text) => element("one", { text }, text)),
    ),
  );
  const schema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="all"/></xs:schema>`;
  const { errors } = await validateXML({
    xml: [{ fileName: "all.xml", contents: document }],
    schema: [{ fileName: "all.xsd", contents: schema }],
  });
  expect(errors).toEqual([]);
});
