import { type CourseSpec, courseUuid } from "./course-spec.ts";
import { type Element, element, printXml } from "./xml.ts";

/**
 * `cmi5.xml`: a course of one unit.
 *
 * @param page the file of the course page
 */
export function cmi5Manifest({ id, title, summary, mastery, judged }: CourseSpec, page: string): string {
  const uuid = courseUuid(id);
  const named = [words("title", title), words("description", summary)];
  return printXml(
    element("courseStructure", { xmlns: "https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd" }, [
      element("course", { id: `urn:uuid:${uuid}` }, named),
      element(
        "au",
        {
          id: `urn:uuid:${courseUuid(`${id}/unit`)}`,
          moveOn: judged ? "CompletedAndPassed" : "Completed",
          ...(judged ? { masteryScore: String(mastery) } : {}),
          launchMethod: "AnyWindow",
        },
        [...named, element("url", {}, page)],
      ),
    ]),
  );
}

function words(name: string, text: string): Element {
  return element(name, {}, [element("langstring", { lang: "en" }, text)]);
}
