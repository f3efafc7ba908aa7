import { lazy, Suspense, useState, useSyncExternalStore } from "react";
import { TextSizeButton, ThemeButton } from "../../app/header/appearance-buttons.tsx";
import "../../app/header/header.css";
import { useShortcutsKey } from "../../app/header/use-shortcuts-key.ts";
import type { Player } from "../../player/store/player.ts";
import type { Format } from "../definition.ts";
import type { Sitting } from "../sitting.ts";
import "./course-header.css";
import { linkWords, progressWords, resultWords } from "./words.ts";

const ShortcutsDialog = lazy(() => import("../../app/header/shortcuts-dialog.tsx"));

interface CourseHeaderProps {
  readonly title: string;
  readonly format: Format;
  readonly sitting: Sitting;
  readonly player: Player;
}

/** What the course is called, how the learner stands, and whether their course system knows. */
export function CourseHeader({ title, format, sitting, player }: CourseHeaderProps) {
  const { store, delivery } = sitting;
  const state = useSyncExternalStore(store.subscribe, store.getState);
  const link = useSyncExternalStore(delivery.link.subscribe, delivery.link.getState);
  const [help, setHelp] = useState(false);
  useShortcutsKey(() => setHelp(true));
  const notice = linkWords(link, state, format);
  const { steps } = state.result;
  return (
    <header className="course-header">
      <div className="course-bar">
        <strong className="course-title">{title}</strong>
        <div className="course-standing">
          <progress aria-label="Steps seen" max={steps.all} value={steps.seen} />
          <span>{progressWords(state.result)}</span>
          <span className={state.result.passed === false ? "course-result" : "course-result good"}>
            {resultWords(state)}
          </span>
        </div>
        <div className="settings">
          {state.returnTo !== undefined && <Leave sitting={sitting} to={state.returnTo} />}
          <TextSizeButton />
          <ThemeButton />
          <button
            type="button"
            className="button quiet"
            aria-label="Shortcuts"
            title="Shortcuts (?)"
            onClick={() => setHelp(true)}
          >
            ?
          </button>
        </div>
      </div>
      <div role="status">
        {notice !== undefined && (
          <p className={`course-notice ${notice.tone}`}>
            <span>{notice.text}</span>
            {link.kind === "silent" && (
              <button type="button" className="button" onClick={() => delivery.now()}>
                Try now
              </button>
            )}
          </p>
        )}
      </div>
      {help && (
        <Suspense>
          <ShortcutsDialog player={player} onClose={() => setHelp(false)} />
        </Suspense>
      )}
    </header>
  );
}

function Leave({ sitting, to }: { readonly sitting: Sitting; readonly to: string }) {
  const leave = () => {
    sitting.leave();
    location.assign(to);
  };
  return (
    <button type="button" className="button" onClick={leave}>
      Leave
    </button>
  );
}
