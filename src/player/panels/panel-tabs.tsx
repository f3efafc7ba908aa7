import { lazy, Suspense } from "react";
import { CodePanel } from "./code-panel.tsx";
import { PanelBoundary } from "./panel-boundary.tsx";
import type { Tab } from "./tabs.tsx";

const StatePanel = lazy(() => import("./state-panel.tsx").then((module) => ({ default: module.StatePanel })));
const LogPanel = lazy(() => import("./log-panel.tsx").then((module) => ({ default: module.LogPanel })));

/** The panels beside the picture, in the order of their tabs. */
export const PANEL_TABS: readonly Tab[] = [
  { id: "typescript", title: "TypeScript", panel: <CodePanel key="typescript" language="typescript" /> },
  { id: "python", title: "Python", panel: <CodePanel key="python" language="python" /> },
  { id: "state", title: "State", panel: <StatePanel /> },
  { id: "log", title: "Log", panel: <LogPanel /> },
].map((tab) => ({
  ...tab,
  panel: (
    <PanelBoundary key={tab.id} name={`the ${tab.title} panel`}>
      <Suspense>{tab.panel}</Suspense>
    </PanelBoundary>
  ),
}));
