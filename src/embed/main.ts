import "../player/look/fonts.css";
import "../player/look/theme.css";
import "../player/look/base.css";
import { sendOpening } from "../player/loading/send-opening.ts";
import { tellNotLoaded } from "../player/loading/tell-not-loaded.ts";

sendOpening(location.hash);
import("./start.tsx").then(({ start }) => start()).catch(tellNotLoaded);
