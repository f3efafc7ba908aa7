import type { System } from "../../engine/index.ts";
import { labHref } from "../../player/link/lab-href.ts";
import { Header } from "../header/header.tsx";
import { OpenRun } from "../share/open-run.tsx";
import "./lab-index.css";

/** Every system there is, to be chosen. */
export function LabIndex({ systems }: { readonly systems: readonly System[] }) {
  return (
    <>
      <title>The lab · The Invisible Linked List</title>
      <Header />
      <main className="lab">
        <div className="lab-head">
          <h1>The lab</h1>
          <OpenRun look="button" />
        </div>
        <p>
          Run any of these by hand. Each is the real structure, with its code, its state and its log beside
          it.
        </p>
        <ul>
          {systems.map(({ id, title, summary }) => (
            <li key={id}>
              <a href={labHref(id)}>
                <strong>{title}</strong>
                <span>{summary}</span>
              </a>
            </li>
          ))}
        </ul>
      </main>
    </>
  );
}
