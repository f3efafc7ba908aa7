import "./fonts.css";
import "./theme.css";
import "./base.css";
import season from "virtual:season";
import { loadOnce } from "./pages/load-once.ts";
import { parseRoute } from "./routes/route.ts";
import { browserShelf } from "./storage/browser-shelf.ts";

// Kept small, so that it is there before all else: the episode's own module then travels beside the app's, not after it.
const route = parseRoute(location.hash);
const asked = route.page === "episode" ? season.find(({ slug }) => slug === route.slug) : undefined;
if (asked?.load !== undefined) loadOnce(asked.slug, asked.load);

const app = import("./start.tsx");
// Opened while the app is on its way.
const shelf = browserShelf();
app.then(({ start }) => start(shelf));
