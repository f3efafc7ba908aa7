import { useMemo, useState } from "react";
import { textIn } from "../../player/draft/draft-link.ts";
import type { Route } from "../../player/routes/route.ts";
import { replaceHash } from "../../player/routes/use-route.ts";
import { Message } from "../pages/message.tsx";
import { browserDrafts, newDraft } from "./drafts/browser-drafts.ts";
import type { Draft } from "./drafts/draft.ts";
import { DraftsPage } from "./list/drafts-page.tsx";
import { plain } from "./list/read-file.ts";
import { Workbench } from "./workbench/workbench.tsx";

type StudioRoute = Extract<Route, { page: "studio" }>;

/** Where episodes are written. */
export default function StudioPage({ route }: { readonly route: StudioRoute }) {
  if (route.text !== undefined) return <Copied key={route.text} packed={route.text} />;
  if (route.draft !== undefined) return <Opened key={route.draft} id={route.draft} />;
  return <DraftsPage />;
}

function Opened({ id }: { readonly id: string }) {
  const [draft] = useState(() => browserDrafts.read(id));
  if (draft === undefined) {
    return (
      <Message title="This draft is not here">
        Drafts stay in the browser that they were written in. Yours are in <a href="#/studio">the studio</a>.
      </Message>
    );
  }
  return <Workbench draft={draft} />;
}

/** The copies made since the page was opened: going back to a link leads to the same one. */
const copies = new Map<string, string>();

function Copied({ packed }: { readonly packed: string }) {
  const copy = useMemo(() => copyOf(packed), [packed]);
  if (typeof copy === "string") {
    return <Message title="This link is damaged">The text cannot be read: {copy}.</Message>;
  }
  replaceHash(`#/studio/${copy.id}`);
  return <Workbench draft={copy} />;
}

/** A draft with the text of a link, or what is wrong with the link. */
function copyOf(packed: string): Draft | string {
  const known = browserDrafts.read(copies.get(packed) ?? "");
  if (known !== undefined) return known;
  const text = textIn(packed);
  if (!text.ok) return text.message;
  const id = newDraft(plain(text.value));
  copies.set(packed, id);
  return browserDrafts.read(id) ?? "it could not be kept";
}
