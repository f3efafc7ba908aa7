import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { PageBoundary } from "../../app/pages/page-boundary.tsx";
import type { Shelf } from "../../app/storage/kept.ts";
import { Memory, MemoryContext } from "../../app/storage/memory.ts";
import type { EpisodeModule } from "../../player/episode-module.ts";
import { upToStep } from "../../player/store/up-to-step.ts";
import type { CourseDefinition } from "../definition.ts";
import type { Sitting } from "../sitting.ts";
import { CoursePage } from "./course-page.tsx";
import { followPage } from "./follow-page.ts";

/** How long a learner waits for the system to let them in before the course begins without it, in ms. */
const PATIENCE = 4_000;

interface Parts {
  readonly course: EpisodeModule;
  readonly definition: CourseDefinition;
  readonly sitting: Sitting;
  /** Where the learner's own settings are kept. */
  readonly shelf: Shelf | undefined;
}

/** Put a course on the page, once its system has let the learner in or has been silent for long enough. */
export async function startPage({ shelf, course, ...parts }: Parts): Promise<void> {
  const { sitting } = parts;
  followPage(sitting, window);
  await Promise.race([
    sitting.delivery.now(),
    new Promise((resolve) => {
      setTimeout(resolve, PATIENCE);
    }),
  ]);
  const begun = await upToPlace(course, sitting);
  const root = document.getElementById("root");
  if (root === null) throw new Error("the page has no place for the course");
  createRoot(root).render(
    <StrictMode>
      <MemoryContext value={new Memory(shelf)}>
        <PageBoundary>
          <CoursePage course={begun} {...parts} />
        </PageBoundary>
      </MemoryContext>
    </StrictMode>,
  );
}

/** The course with all that is needed to go on where the learner stopped. */
async function upToPlace(course: EpisodeModule, sitting: Sitting): Promise<EpisodeModule> {
  const { chapter, step } = sitting.store.getState().record;
  const module = course.chapters.get(chapter);
  if (module === undefined) return course;
  return { ...course, chapters: new Map(course.chapters).set(chapter, await upToStep(module, step)) };
}
