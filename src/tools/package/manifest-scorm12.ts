import { type CourseSpec, courseUuid } from "./course-spec.ts";
import { element, printXml } from "./xml.ts";

/**
 * `imsmanifest.xml` of a SCORM 1.2 package. It names no mastery score: systems would judge a learner by it who has only
 * begun. The course judges by itself, at its end.
 *
 * @param files of the package besides the manifest and the standard's own, the page first
 */
export function scorm12Manifest({ id, title }: CourseSpec, files: readonly string[]): string {
  const schemas = [
    ["http://www.imsproject.org/xsd/imscp_rootv1p1p2", "imscp_rootv1p1p2.xsd"],
    ["http://www.adlnet.org/xsd/adlcp_rootv1p2", "adlcp_rootv1p2.xsd"],
  ];
  return printXml(
    element(
      "manifest",
      {
        identifier: `course-${courseUuid(id)}`,
        version: "1.0",
        xmlns: "http://www.imsproject.org/xsd/imscp_rootv1p1p2",
        "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_rootv1p2",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": schemas.flat().join(" "),
      },
      [
        element("metadata", {}, [element("schema", {}, "ADL SCORM"), element("schemaversion", {}, "1.2")]),
        element("organizations", { default: "course" }, [
          element("organization", { identifier: "course" }, [
            element("title", {}, title),
            element("item", { identifier: "item", identifierref: "page", isvisible: "true" }, [
              element("title", {}, title),
            ]),
          ]),
        ]),
        element("resources", {}, [
          element(
            "resource",
            { identifier: "page", type: "webcontent", "adlcp:scormtype": "sco", href: files[0] ?? "" },
            files.map((href) => element("file", { href })),
          ),
        ]),
      ],
    ),
  );
}
