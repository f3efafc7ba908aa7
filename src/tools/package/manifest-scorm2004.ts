import { type CourseSpec, courseUuid } from "./course-spec.ts";
import { element, printXml } from "./xml.ts";

/**
 * `imsmanifest.xml` of a SCORM 2004 package, 4th edition. Its objective is satisfied by what the course says, not by a
 * measure: systems would judge a learner by it who has only begun.
 *
 * @param files of the package besides the manifest and the standard's own, the page first
 */
export function scorm2004Manifest({ id, title }: CourseSpec, files: readonly string[]): string {
  const schemas = [
    ["http://www.imsglobal.org/xsd/imscp_v1p1", "imscp_v1p1.xsd"],
    ["http://www.adlnet.org/xsd/adlcp_v1p3", "adlcp_v1p3.xsd"],
    ["http://www.imsglobal.org/xsd/imsss", "imsss_v1p0.xsd"],
  ];
  const sequencing = element("imsss:sequencing", {}, [
    element("imsss:objectives", {}, [
      element("imsss:primaryObjective", { objectiveID: "course", satisfiedByMeasure: "false" }),
    ]),
    element("imsss:deliveryControls", {
      tracked: "true",
      completionSetByContent: "true",
      objectiveSetByContent: "true",
    }),
  ]);
  return printXml(
    element(
      "manifest",
      {
        identifier: `course-${courseUuid(id)}`,
        version: "1.0",
        xmlns: "http://www.imsglobal.org/xsd/imscp_v1p1",
        "xmlns:adlcp": "http://www.adlnet.org/xsd/adlcp_v1p3",
        "xmlns:imsss": "http://www.imsglobal.org/xsd/imsss",
        "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:schemaLocation": schemas.flat().join(" "),
      },
      [
        element("metadata", {}, [
          element("schema", {}, "ADL SCORM"),
          element("schemaversion", {}, "2004 4th Edition"),
        ]),
        element("organizations", { default: "organization" }, [
          element("organization", { identifier: "organization" }, [
            element("title", {}, title),
            element("item", { identifier: "item", identifierref: "page", isvisible: "true" }, [
              element("title", {}, title),
              sequencing,
            ]),
            element("imsss:sequencing", {}, [element("imsss:controlMode", { choice: "true", flow: "true" })]),
          ]),
        ]),
        element("resources", {}, [
          element(
            "resource",
            { identifier: "page", type: "webcontent", "adlcp:scormType": "sco", href: files[0] ?? "" },
            files.map((href) => element("file", { href })),
          ),
        ]),
      ],
    ),
  );
}
