import { mount } from "../player/mount.tsx";
import { EmbedPage } from "./page/embed-page.tsx";
import type { HostLink } from "./protocol/host-link.ts";

/**
 * Show the run that the address names.
 *
 * @param host the page that it stands in; none when it is opened by itself
 */
export function start(host: HostLink | undefined): void {
  mount(<EmbedPage host={host} />);
}
