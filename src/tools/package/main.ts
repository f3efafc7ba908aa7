import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { root } from "../run.mjs";
import { buildCourse } from "./build-course.ts";
import { courseParts, hasQuestions, WrongWish } from "./course-parts.ts";
import { courseSpec } from "./course-spec.ts";
import { packCourse } from "./pack-course.ts";
import { readWishes, USAGE } from "./wishes.ts";

// `npm run package`: makes courses for learning management systems, or for no system at all, out of chapters.

try {
  const wishes = readWishes(process.argv.slice(2));
  if (wishes === undefined) console.log(USAGE);
  else await makePackages(wishes);
} catch (error) {
  if (!(error instanceof WrongWish)) throw error;
  console.error(`${error.message}\n\n${USAGE}`);
  process.exitCode = 2;
}

async function makePackages(wishes: NonNullable<ReturnType<typeof readWishes>>): Promise<void> {
  const parts = courseParts(root, wishes);
  const steps = parts.chapters.reduce((sum, chapter) => sum + chapter.steps, 0);
  console.log(`Building ${parts.chapters.map(({ title }) => `“${title}”`).join(", ")} (${steps} steps) …`);
  const files = await buildCourse(root, parts);
  const folder = path.resolve(root, wishes.out);
  mkdirSync(folder, { recursive: true });
  for (const format of wishes.formats) {
    const { file, bytes } = packCourse(courseSpec(parts, hasQuestions(parts), { ...wishes, format }), files);
    const written = path.join(folder, file);
    writeFileSync(written, bytes);
    console.log(`  ${path.relative(process.cwd(), written)}  ${Math.round(bytes.length / 1000)} kB`);
  }
  console.log("How to use them: docs/courses.md.");
}
