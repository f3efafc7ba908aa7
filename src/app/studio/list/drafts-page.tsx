import { type DragEvent, useEffect, useRef, useState } from "react";
import { Header } from "../../header/header.tsx";
import { browserDrafts, newDraft } from "../drafts/browser-drafts.ts";
import { type Draft, fileNameOf, titleOf } from "../drafts/draft.ts";
import { Drafts } from "../drafts/drafts.ts";
import { TEMPLATE } from "../drafts/template.ts";
import { download } from "../workbench/download.ts";
import "./drafts-page.css";
import { plain, readFile } from "./read-file.ts";
import { shippedTexts } from "./shipped-texts.ts";

/** Begin an episode, or go on with one. */
export function DraftsPage() {
  const [{ drafts, unreadable }, look] = useState(() => browserDrafts.list());
  const [said, say] = useState("");
  const [removed, setRemoved] = useState<Draft>();
  const again = () => look(browserDrafts.list());
  useEffect(() => {
    const changed = ({ key }: StorageEvent) => Drafts.idOf(key) !== undefined && look(browserDrafts.list());
    window.addEventListener("storage", changed);
    return () => window.removeEventListener("storage", changed);
  }, []);
  const open = (text: string) => {
    location.hash = `#/studio/${newDraft(plain(text))}`;
  };
  const openFile = async (file: File | undefined) => {
    if (file === undefined) return;
    const read = await readFile(file);
    if (read.ok) open(read.value);
    else say(read.message);
  };
  const [over, setOver] = useState(false);
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setOver(false);
      openFile(event.dataTransfer.files[0]);
    },
  };
  return (
    <>
      <title>The studio · The Invisible Linked List</title>
      <Header />
      <main className={over ? "drafts dropping" : "drafts"} {...drop}>
        <h1>The studio</h1>
        <p>
          Write an episode of your own: words, and what really runs beside them. It stays in this browser
          until you share it, and is shared as a link or a file.
        </p>
        <Beginnings open={open} openFile={openFile} say={say} />
        <p className="drafts-said" role="status">
          {said}
          {removed !== undefined && (
            <>
              “{titleOf(removed.text)}” is deleted.{" "}
              <button
                type="button"
                className="button"
                onClick={() => {
                  browserDrafts.putBack(removed);
                  setRemoved(undefined);
                  again();
                }}
              >
                Undo
              </button>
            </>
          )}
        </p>
        <h2>Drafts</h2>
        {drafts.length === 0 && <p>There are none yet.</p>}
        <ul>
          {drafts.map((draft) => (
            <DraftRow
              key={draft.id}
              draft={draft}
              onRemove={() => {
                browserDrafts.remove(draft.id);
                say("");
                setRemoved(draft);
                again();
              }}
            />
          ))}
          {unreadable.map(({ id, kept }) => (
            <li key={id}>
              <div>
                <strong>A draft that cannot be read</strong>
                <span>It is damaged, or a newer version of this site made it. It is left as it is.</span>
              </div>
              <button type="button" className="button" onClick={() => download(`draft-${id}.txt`, kept)}>
                Download what is there
              </button>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}

interface BeginningsProps {
  readonly open: (text: string) => void;
  readonly openFile: (file: File | undefined) => void;
  readonly say: (words: string) => void;
}

function Beginnings({ open, openFile, say }: BeginningsProps) {
  const file = useRef<HTMLInputElement>(null);
  return (
    <div className="beginnings">
      <button type="button" className="button primary" onClick={() => open(TEMPLATE)}>
        New episode
      </button>
      {shippedTexts.map(({ title, load }) => (
        <button
          key={title}
          type="button"
          className="button"
          onClick={() => load().then(open, () => say(`“${title}” could not be loaded. Try again.`))}
        >
          Copy of {title}
        </button>
      ))}
      <button type="button" className="button" onClick={() => file.current?.click()}>
        Open a file…
      </button>
      <input
        ref={file}
        type="file"
        accept=".md,.markdown,.txt,text/markdown,text/plain"
        aria-label="File of an episode"
        hidden
        onChange={({ currentTarget }) => {
          openFile(currentTarget.files?.[0]);
          currentTarget.value = "";
        }}
      />
      <span>or drop a Markdown file here.</span>
    </div>
  );
}

interface RowProps {
  readonly draft: Draft;
  readonly onRemove: () => void;
}

const when = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });

function DraftRow({ draft, onRemove }: RowProps) {
  const title = titleOf(draft.text);
  return (
    <li>
      <a href={`#/studio/${draft.id}`}>
        <strong>{title}</strong>
        <span>Changed {when.format(draft.changed)}</span>
      </a>
      <button
        type="button"
        className="button quiet"
        onClick={() => download(fileNameOf(draft.text), draft.text)}
      >
        Download<span className="for-ears"> “{title}”</span>
      </button>
      <button type="button" className="button quiet" onClick={onRemove}>
        Delete<span className="for-ears"> “{title}”</span>
      </button>
    </li>
  );
}
