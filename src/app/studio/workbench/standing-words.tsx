import type { KeptDraft } from "./use-kept-draft.ts";

const NOT_KEPT = {
  full: "Not kept: this browser’s storage is full. Download the text, or delete other drafts.",
  blocked: "Not kept: this browser keeps nothing for this page. Download the text before you leave.",
};

/** Whether the draft is kept. */
export function StandingWords({ standing }: Pick<KeptDraft, "standing">) {
  const alarm = standing.kind === "not kept";
  const words =
    standing.kind === "kept"
      ? "Kept in this browser"
      : standing.kind === "changing"
        ? "Writing…"
        : standing.kind === "not kept"
          ? NOT_KEPT[standing.why]
          : "";
  return (
    <span className={alarm ? "standing alarm" : "standing"} role={alarm ? "alert" : undefined}>
      {words}
    </span>
  );
}

/** Two tabs have written one draft: the author says which text stays. */
export function Conflict({ standing, keepMine, takeTheirs }: KeptDraft) {
  if (standing.kind !== "changed elsewhere") return null;
  const { theirs } = standing;
  return (
    <div className="conflict" role="alert">
      <p>
        {theirs === undefined
          ? "This draft was deleted in another tab. What stands here is not kept any more."
          : "This draft was changed in another tab. What stands here is not kept until you choose."}
      </p>
      <button type="button" className="button" onClick={keepMine}>
        Keep this text
      </button>
      {theirs !== undefined && (
        <button type="button" className="button" onClick={takeTheirs}>
          Take the other
        </button>
      )}
    </div>
  );
}
