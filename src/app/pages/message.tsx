import type { ReactNode } from "react";
import { Header } from "../header/header.tsx";
import "./message.css";

interface MessageProps {
  readonly title: string;
  readonly current?: number;
  readonly children: ReactNode;
}

/** A page that only says something, with a way on. */
export function Message({ title, current, children }: MessageProps) {
  return (
    <>
      <Header {...(current === undefined ? {} : { current })} />
      <title>{`${title} · The Invisible Linked List`}</title>
      <main className="message">
        <h1>{title}</h1>
        <p>{children}</p>
        <p>
          <a href="#/">See the whole season</a>
        </p>
      </main>
    </>
  );
}
