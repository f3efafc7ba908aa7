import "../player/look/fonts.css";
import "../player/look/theme.css";
import "../player/look/base.css";
import { sendOpening } from "../player/opening/send-opening.ts";
import { tellNotLoaded } from "../player/opening/tell-not-loaded.ts";

const opening = sendOpening(location.hash);

/** The picture first: it needs a small part of what the page needs. */
import("./opening.ts")
  .then(({ showOpening }) => showOpening(opening))
  .then(async (shelf) => (await import("./start.tsx")).start(shelf))
  .catch(tellNotLoaded);
