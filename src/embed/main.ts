import "../player/look/fonts.css";
import "../player/look/theme.css";
import "../player/look/base.css";
import { askForType } from "../player/loading/ask-for-type.ts";
import { sendOpening } from "../player/loading/send-opening.ts";
import { tellNotLoaded } from "../player/loading/tell-not-loaded.ts";

sendOpening(location.hash);
askForType();
import("./start.tsx").then(({ start }) => start()).catch(tellNotLoaded);
