import "./fonts.css";
import "./theme.css";
import "./base.css";
import season from "virtual:season";
import { loadOnce } from "./pages/load-once.ts";
import { openingAt } from "./pages/opening.ts";
import { placeIn } from "./routes/episode-place.ts";
import { parseRoute } from "./routes/route.ts";
import { browserShelf } from "./storage/browser-shelf.ts";

// Kept small, so that it is there before all else: the chapter's own module then travels beside the app's, not after it.
const route = parseRoute(location.hash);
if (route.page === "episode") {
  const announced = season.find(({ slug }) => slug === route.slug);
  const place = announced && placeIn(announced, route);
  const module = place && announced?.modules.get(place.id);
  if (module) {
    const { name, load } = openingAt(route.slug, place, module);
    loadOnce(name, load);
  }
}

// All type is on its way beside the app, not after the first words: it seldom has to change under the reader's eyes.
for (const font of document.fonts) font.load().catch(() => {});

const app = import("./start.tsx");
// Opened while the app is on its way.
const shelf = browserShelf();
app.then(({ start }) => start(shelf));
