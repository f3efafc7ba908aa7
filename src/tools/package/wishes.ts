import { parseArgs } from "node:util";
import { FORMATS, type Format } from "../../course/definition.ts";
import { WrongWish } from "./course-parts.ts";

/** What is asked for on the command line. */
export interface PackageWishes {
  readonly episode: string;
  readonly chapters: readonly string[];
  readonly formats: readonly Format[];
  readonly mastery: number;
  readonly title?: string;
  readonly out: string;
}

export const USAGE = `npm run package -- --episode 7 [--chapter overwrite] --format scorm12

  --episode   the episode, by number or by name: 7 or ring-buffers
  --chapter   one of its chapters; again for another; without it, all of them
  --format    scorm12, scorm2004, cmi5 or html; again for another
  --mastery   the share of the questions that must be answered rightly, from 0 to 1 (0.8)
  --title     what the course is called
  --out       the folder to write to (dist/packages)`;

/**
 * Read a command line.
 *
 * @throws WrongWish when it asks for something that cannot be had; undefined when it asks for help
 */
export function readWishes(args: readonly string[]): PackageWishes | undefined {
  const values = parsed(args);
  if (values.help) return undefined;
  const { episode, chapter = [], format = [], mastery = "0.8", title, out = "dist/packages" } = values;
  if (episode === undefined) throw new WrongWish("Which episode? Say --episode 7, for example.");
  if (format.length === 0)
    throw new WrongWish(`In which format? Say --format and one of ${FORMATS.join(", ")}.`);
  const formats = format.map((asked) => {
    const known = FORMATS.find((one) => one === asked);
    if (known === undefined) throw new WrongWish(`--format ${asked}: the formats are ${FORMATS.join(", ")}.`);
    return known;
  });
  const share = Number(mastery);
  if (mastery.trim() === "" || !(share >= 0 && share <= 1)) {
    throw new WrongWish(`--mastery ${mastery}: a share from 0 to 1 is expected, such as 0.8.`);
  }
  if (title?.trim() === "")
    throw new WrongWish("--title is empty: leave it out for the title of the chapter.");
  return {
    episode,
    chapters: chapter,
    formats: [...new Set(formats)],
    // No standard keeps more digits.
    mastery: Math.round(share * 10_000) / 10_000,
    ...(title === undefined ? {} : { title: title.trim() }),
    out,
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        episode: { type: "string" },
        chapter: { type: "string", multiple: true },
        format: { type: "string", multiple: true },
        mastery: { type: "string" },
        title: { type: "string" },
        out: { type: "string" },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new WrongWish(error instanceof Error ? error.message : String(error));
  }
}
