import { mount } from "../player/mount.tsx";
import { EmbedPage } from "./page/embed-page.tsx";

/** Show the run that the address names. */
export function start(): void {
  mount(<EmbedPage />);
}
