import course from "virtual:course";
import "../player/look/fonts.css";
import "../player/look/theme.css";
import "../player/look/base.css";
import { browserShelf } from "../app/storage/browser-shelf.ts";
import { readDefinition } from "./definition.ts";
import { LocalCopy } from "./delivery/local-copy.ts";
import { Stopwatch } from "./delivery/stopwatch.ts";
import { tabShelf } from "./delivery/tab-shelf.ts";
import { lmsFor } from "./lms/lms-for.ts";
import { startPage } from "./page/start-page.tsx";
import { Sitting } from "./sitting.ts";

const definition = readDefinition(
  document.querySelector<HTMLMetaElement>('meta[name="course"]')?.content ?? "null",
);
const [browser, tab] = [browserShelf(), tabShelf()];
const watch = new Stopwatch(document);
const sitting = new Sitting({
  course,
  definition,
  lms: lmsFor(definition, window, { browser, tab }),
  local: new LocalCopy(definition.id, browser, tab),
  seconds: () => watch.seconds,
});
startPage({ course, definition, sitting, shelf: browser });
