import "../player/look/fonts.css";
import "../player/look/theme.css";
import "../player/look/base.css";
import { sendOpening } from "../player/loading/send-opening.ts";
import { browserShelf } from "./storage/browser-shelf.ts";

sendOpening(location.hash);

const app = import("./start.tsx");
// Opened while the app is on its way.
const shelf = browserShelf();
app.then(({ start }) => start(shelf));
