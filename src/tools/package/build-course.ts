import { readFileSync } from "node:fs";
import path from "node:path";
import react from "@vitejs/plugin-react";
import { build, type Rolldown } from "vite";
import { course } from "../vite/course.ts";
import { episodes } from "../vite/episodes.ts";
import { inlineWorkers } from "../vite/inline-workers.ts";
import { listings } from "../vite/listings.ts";
import type { CourseParts } from "./course-parts.ts";

/** The script, the style sheet and the fonts of a course, by the names under which they ask for each other. */
export type CourseFiles = ReadonlyMap<string, Uint8Array>;

export const SCRIPT = "course.js";
export const STYLES = "course.css";
export const ICON = "icon.svg";

/**
 * Build the page of a course: one script with all that its chapters need and nothing else.
 *
 * @param root the project's folder
 */
export async function buildCourse(root: string, parts: CourseParts): Promise<CourseFiles> {
  const built = await build({
    root,
    configFile: false,
    logLevel: "warn",
    base: "./",
    publicDir: false,
    plugins: [react(), inlineWorkers(), episodes(), listings(), course(parts)],
    build: {
      write: false,
      target: "es2022",
      modulePreload: false,
      cssCodeSplit: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: {
        input: "src/course/main.ts",
        checks: { pluginTimings: false },
        output: {
          codeSplitting: false,
          // Not a module: a frame without an origin of its own, and a page on disk, may not load one.
          format: "iife",
          entryFileNames: SCRIPT,
          assetFileNames: ({ names: [name = ""] }) =>
            name.endsWith(".css") ? STYLES : "fonts/[name][extname]",
        },
      },
    },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const text = new TextEncoder();
  const files = new Map(
    output.map((file) => {
      const source = file.type === "chunk" ? file.code : file.source;
      return [file.fileName, typeof source === "string" ? text.encode(source) : source];
    }),
  );
  return files.set(ICON, new Uint8Array(readFileSync(path.join(root, "public", ICON))));
}
