import { lazy, Suspense } from "react";
import { CodePanel } from "../later-parts.tsx";
import { threadsAt } from "../store/threads-at.ts";
import { usePlayerState } from "../store/use-player.ts";
import { PanelBoundary } from "./panel-boundary.tsx";
import type { Tab } from "./tabs.tsx";

const StatePanel = lazy(() => import("./state-panel.tsx").then((module) => ({ default: module.StatePanel })));
const LogPanel = lazy(() => import("./log-panel.tsx").then((module) => ({ default: module.LogPanel })));

const ExplorerPanel = lazy(() =>
  import("../explorer/explorer-panel.tsx").then((module) => ({ default: module.ExplorerPanel })),
);

/** The panels beside the picture, in the order of their tabs. */
const TABS: readonly Tab[] = [
  { id: "typescript", title: "TypeScript", panel: <CodePanel key="typescript" language="typescript" /> },
  { id: "python", title: "Python", panel: <CodePanel key="python" language="python" /> },
  { id: "state", title: "State", panel: <StatePanel /> },
  { id: "log", title: "Log", panel: <LogPanel /> },
  { id: "schedules", title: "Schedules", panel: <ExplorerPanel /> },
].map((tab) => ({
  ...tab,
  panel: (
    <PanelBoundary key={tab.id} name={`the ${tab.title} panel`}>
      <Suspense>{tab.panel}</Suspense>
    </PanelBoundary>
  ),
}));
const WITHOUT_THREADS = TABS.filter(({ id }) => id !== "schedules");

/** The tabs for the scene on show: where there are threads, one to choose among them. */
export function usePanelTabs(): readonly Tab[] {
  return usePlayerState((state) => threadsAt(state) !== undefined) ? TABS : WITHOUT_THREADS;
}
