import "../player/look/fonts.css";
import "../player/look/theme.css";
import "../player/look/base.css";
import { askForType } from "../player/opening/ask-for-type.ts";
import { sendOpening } from "../player/opening/send-opening.ts";
import { tellNotLoaded } from "../player/opening/tell-not-loaded.ts";

sendOpening(location.hash);
askForType();
import("./start.tsx").then(({ start }) => start()).catch(tellNotLoaded);
