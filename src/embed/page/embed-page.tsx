import season from "virtual:season";
import { type ReactNode, useCallback, useState } from "react";
import { Loaded } from "../../player/loading/loaded.tsx";
import { Notice } from "../../player/notice/notice.tsx";
import { PanelBoundary } from "../../player/panels/panel-boundary.tsx";
import { placeIn } from "../../player/routes/episode-place.ts";
import { parseRoute, type Route } from "../../player/routes/route.ts";
import { replaceHash, useRoute } from "../../player/routes/use-route.ts";
import { type EmbedOptions, readOptions } from "../options/options.ts";
import type { DoHere } from "../protocol/host.ts";
import "./embed-page.css";
import { EpisodeEmbed } from "./episode-embed.tsx";
import { useEmbedAppearance } from "./use-embed-appearance.ts";
import { type Host, useHost } from "./use-host.ts";

/** What every embedded run is given. */
export interface EmbedProps {
  readonly host: Host | undefined;
  readonly options: EmbedOptions;
  readonly doHere: DoHere;
}

/** The run that the address names, shown as its options say. */
export function EmbedPage() {
  const route = useRoute();
  const host = useHost();
  const [{ options, problems }, setRead] = useState(() => readOptions(new URLSearchParams(location.search)));
  useEmbedAppearance(options);
  const doHere: DoHere = useCallback(
    (command) => {
      if (command.type === "set") {
        const read = readOptions(Object.entries(command.options), options);
        setRead({ options: read.options, problems: [] });
        if (read.problems.length > 0) throw new Error(read.problems.join(" "));
        return true;
      }
      if (command.type !== "open") return false;
      open(command.place);
      return true;
    },
    [options],
  );
  const spoken = options.lang.split("-")[0]?.toLowerCase();
  const notices = spoken === "en" ? problems : [...problems, noText(options.lang)];
  return (
    <PanelBoundary name="this run">
      <Embedded route={route} host={host} options={options} doHere={doHere} />
      {notices.length > 0 && <Notice key={notices.join()}>{notices.join(" ")}</Notice>}
    </PanelBoundary>
  );
}

function noText(lang: string): string {
  return `There is no text in “${lang}” yet. It is shown in English, the language there is.`;
}

/** Go to another place without a trace in the host's history. */
function open(place: string): void {
  const route = parseRoute(place);
  const known =
    route.page === "lab" ||
    route.page === "draft" ||
    (route.page === "episode" && season.some(({ slug, made }) => made && slug === route.slug));
  if (!known) throw new Error(`there is nothing to embed at “${place}”`);
  replaceHash(place);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

function Embedded({ route, ...props }: EmbedProps & { readonly route: Route }): ReactNode {
  switch (route.page) {
    case "episode": {
      const announced = season.find(({ slug }) => slug === route.slug);
      const place = announced && placeIn(announced, route);
      const module = place && announced?.modules.get(place.id);
      if (announced !== undefined && place !== undefined && module !== undefined) {
        return <EpisodeEmbed key={route.slug} {...{ announced, route, module, ...props }} first={place} />;
      }
      const words = announced
        ? `Episode ${announced.number}, “${announced.title}”, is not made yet.`
        : `The season has no episode “${route.slug}”.`;
      return <Said {...props}>{words}</Said>;
    }
    case "draft":
      return (
        <Loaded name="the draft" load={() => import("./draft-embed.tsx")}>
          {({ DraftEmbed }) => <DraftEmbed route={route} {...props} />}
        </Loaded>
      );
    case "lab":
      return (
        <Loaded name="the lab" load={() => import("./lab-embed.tsx")}>
          {({ LabEmbed }) => <LabEmbed route={route} {...props} />}
        </Loaded>
      );
    default:
      return (
        <Said {...props}>
          The address names no run. One would be embed.html#/episodes/ring-buffers/overwrite
        </Said>
      );
  }
}

/** What is said where there is nothing to show. */
function Said({ children, ...props }: EmbedProps & { readonly children: ReactNode }) {
  return (
    <Loaded name="a word about it" load={() => import("./nothing.tsx")}>
      {({ Nothing }) => <Nothing {...props}>{children}</Nothing>}
    </Loaded>
  );
}
