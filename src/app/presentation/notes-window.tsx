import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { Words } from "../../player/narration/words.tsx";
import { clockText } from "../../player/pace/clock-text.ts";
import { answerWords } from "../../player/question/check-answer.ts";
import type { Player } from "../../player/store/player.ts";
import type { PlayerState } from "../../player/store/player-state.ts";
import { PlayerContext, usePlayerState } from "../../player/store/use-player.ts";
import { predict } from "../../scenario/index.ts";
import "./notes-window.css";
import { type Command, Talk } from "./talk.ts";

interface At {
  readonly step: number;
  readonly black: boolean;
}

/** What a speaker sees while the audience sees the slides: the words, the notes, the answer, what comes next, and the time. */
export default function NotesWindow({
  player,
  talk: name,
}: {
  readonly player: Player;
  readonly talk: string;
}) {
  const [at, setAt] = useState<At | "ended">();
  const talk = useRef<Talk>(undefined);
  useEffect(() => {
    talk.current = new Talk(name, (message) => {
      if (message.kind === "ended") setAt("ended");
      if (message.kind !== "at") return;
      const { chapters } = player.state.episode;
      player.openChapter(
        chapters.findIndex(({ id }) => id === message.chapter),
        message.step,
      );
      setAt(message);
    });
    talk.current.tell({ kind: "hello" });
    return () => talk.current?.close();
  }, [player, name]);
  const command = (what: Command) => talk.current?.tell({ kind: "do", what });
  return (
    <PlayerContext value={player}>
      <main className="notes">
        <Head at={at} onCommand={command} />
        {at === undefined ? (
          <p className="notes-lost">There is no presentation to follow: open the notes from it, with S.</p>
        ) : at === "ended" ? (
          <p className="notes-lost">The presentation has ended.</p>
        ) : (
          <Step step={at.step} />
        )}
      </main>
    </PlayerContext>
  );
}

function Head({
  at,
  onCommand,
}: {
  readonly at: At | "ended" | undefined;
  readonly onCommand: (what: Command) => void;
}) {
  const title = usePlayerState(({ track }) => track.track.chapter.title);
  const steps = usePlayerState(({ track }) => track.steps);
  const follows = at !== undefined && at !== "ended";
  const button = (what: Command, words: string) => (
    <button type="button" className="button" aria-disabled={!follows} onClick={() => onCommand(what)}>
      {words}
    </button>
  );
  return (
    <header>
      <h1>{title}</h1>
      {follows && (
        <p className="notes-place">
          step {at.step + 1} of {steps}
          {at.black && <strong> · the screen is black</strong>}
        </p>
      )}
      <Elapsed />
      <div className="notes-buttons">
        {button("back", "Back")}
        {button("next", "Next")}
        {button("black", "Black")}
      </div>
    </header>
  );
}

/** The time since the window was opened, or since it was set to zero. */
function Elapsed() {
  const [since, setSince] = useState(() => performance.now());
  const [now, setNow] = useState(since);
  useEffect(() => {
    const timer = setInterval(() => setNow(performance.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const reset = () => {
    setSince(performance.now());
    setNow(performance.now());
  };
  return (
    <p className="notes-clock">
      <span role="timer">{clockText((now - since) / 1000)}</span>
      <button type="button" className="button quiet" onClick={reset}>
        Set to 0
      </button>
    </p>
  );
}

function Step({ step }: { readonly step: number }) {
  const chapter = usePlayerState(({ track }) => track.track.chapter);
  const track = usePlayerState((state) => state.track);
  const [beat, next] = [chapter.beats[step], chapter.beats[step + 1]];
  const answer = useMemo(() => answerAt(track, step), [track, step]);
  return (
    <div className="notes-step">
      <Part title="Now">{beat && <Words text={beat.text} />}</Part>
      {beat?.notes && (
        <Part title="Notes">
          {beat.notes.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </Part>
      )}
      {beat?.ask && (
        <Part title="Question">
          <p>{beat.ask.question}</p>
          <p>
            <strong>{answer}</strong> {beat.ask.why}
          </p>
        </Part>
      )}
      <Part title="Next">{next ? <Words text={next.text} /> : <p>The chapter ends here.</p>}</Part>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={title === "Next" ? "coming" : ""}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function answerAt(track: PlayerState["track"], step: number): string | undefined {
  const ask = track.track.beats[step]?.ask;
  if (ask === undefined) return undefined;
  const { answer } = predict(ask, track.track.branch(step));
  return answer.ok ? `The answer is ${answerWords(ask, answer.value)}.` : answer.message;
}
