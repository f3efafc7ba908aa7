import { lazy, Suspense } from "react";
import { Loaded } from "../player/loading/loaded.tsx";
import { useAtRest } from "../player/loading/use-at-rest.ts";
import { Notice } from "../player/notice/notice.tsx";
import type { Route } from "../player/routes/route.ts";
import { useRoute } from "../player/routes/use-route.ts";
import { EpisodePage } from "./pages/episode-page.tsx";
import { Message } from "./pages/message.tsx";
import { PageBoundary } from "./pages/page-boundary.tsx";
import { useRemembered } from "./storage/memory.ts";
import { useAppearance } from "./use-appearance.ts";

const DroppedRun = lazy(() => import("./share/dropped-run.tsx"));
const UpdateNotice = lazy(() => import("./offline/update-notice.tsx"));

/** The page that the address names. */
export function App() {
  const route = useRoute();
  const lasting = useRemembered((remembered) => remembered.lasting);
  useAppearance();
  const atRest = useAtRest();
  return (
    <PageBoundary key={boundaryKey(route)}>
      <Page route={route} />
      {atRest && (
        <Suspense>
          <DroppedRun />
        </Suspense>
      )}
      {!lasting && (
        <Notice>
          This browser keeps nothing for this page, so your settings and progress end with this visit.
        </Notice>
      )}
      {import.meta.env.PROD && atRest && (
        <Suspense>
          <UpdateNotice />
        </Suspense>
      )}
    </PageBoundary>
  );
}

function boundaryKey(route: Route): string {
  return route.page === "episode" ? `episode ${route.slug}` : route.page;
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case "season":
      return (
        <Loaded name="the season page" load={() => import("./pages/season-page.tsx")}>
          {({ default: SeasonPage }) => <SeasonPage />}
        </Loaded>
      );
    case "episode":
      return <EpisodePage key={route.slug} route={route} />;
    case "lab":
      return (
        <Loaded name="the lab page" load={() => import("./pages/lab-page.tsx")}>
          {({ default: LabPage }) => <LabPage route={route} />}
        </Loaded>
      );
    case "gallery":
      return (
        <Loaded name="the gallery page" load={() => import("./gallery/gallery-page.tsx")}>
          {({ default: GalleryPage }) => <GalleryPage />}
        </Loaded>
      );
    case "studio":
      return (
        <Loaded name="the studio" load={() => import("./studio/studio-page.tsx")}>
          {({ default: StudioPage }) => <StudioPage route={route} />}
        </Loaded>
      );
    case "draft":
      return (
        <Loaded name="the page for drafts" load={() => import("./studio/draft-page.tsx")}>
          {({ default: DraftPage }) => <DraftPage key={route.text} route={route} />}
        </Loaded>
      );
    case "unknown":
      return <Message title="There is nothing here">This site has no page “{route.path}”.</Message>;
  }
}
