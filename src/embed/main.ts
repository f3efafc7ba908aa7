import "../player/look/fonts.css";
import "../player/look/theme.css";
import "../player/look/base.css";
import { sendOpening } from "../player/loading/send-opening.ts";
import { HostLink } from "./protocol/host-link.ts";

sendOpening(location.hash);

// Listens before anything is shown: what the host asks for meanwhile waits.
const host = window.parent === window ? undefined : new HostLink(window);
import("./start.tsx").then(({ start }) => start(host));
