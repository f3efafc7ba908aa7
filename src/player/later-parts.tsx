import { HandsRoom } from "./hands/hands-room.tsx";
import { later } from "./loading/later.tsx";

/** What a reader turns to once the picture stands. */
export const HandControls = later(
  "the hand controls",
  () => import("./hands/hand-controls.tsx").then((module) => module.HandControls),
  <HandsRoom />,
);

export const Listening = later("the keys", () =>
  import("./listening.tsx").then((module) => module.Listening),
);

export const HandResult = later(
  "the result",
  () => import("./hands/hand-result.tsx").then((module) => module.HandResult),
  <output className="hand-result" />,
);

/** It has its room in the panels. */
export const CodePanel = later("the code", () =>
  import("./panels/code-panel.tsx").then((module) => module.CodePanel),
);

export const Question = later("the question", () =>
  import("./question/question.tsx").then((module) => module.Question),
);

export const ChapterEnd = later("the way to the next chapter", () =>
  import("./narration/chapter-end.tsx").then((module) => module.ChapterEnd),
);

export const Practice = later("the exercise", () =>
  import("./practice/practice.tsx").then((module) => module.Practice),
);

/** A picture does without, should it not come. */
export const LayingAhead = later("what makes the next pictures ready", () =>
  import("./picture/laying-ahead.ts").then(
    (module) => module.LayingAhead,
    () => () => null,
  ),
);
