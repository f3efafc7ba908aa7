import "../player/look/fonts.css";
import "../player/look/theme.css";
import "../player/look/base.css";
import { sendOpening } from "../player/loading/send-opening.ts";
import { browserShelf } from "./storage/browser-shelf.ts";

sendOpening(location.hash);

// All type is on its way beside the app, not after the first words: it seldom has to change under the reader's eyes.
for (const font of document.fonts) font.load().catch(() => {});

const app = import("./start.tsx");
// Opened while the app is on its way.
const shelf = browserShelf();
app.then(({ start }) => start(shelf));
