import { useCallback, useEffect, useRef, useState } from "react";
import { episodeHref } from "../../player/routes/route.ts";
import type { Player } from "../../player/store/player.ts";
import { shownStep } from "../../player/store/player-state.ts";
import { type Command, Talk } from "./talk.ts";

/**
 * Keep a window with notes in step with the slides, and do what is asked for there.
 *
 * @returns what opens that window
 */
export function useTalk(player: Player, black: boolean, onCommand: (command: Command) => void): () => void {
  const [name] = useState(() => crypto.randomUUID());
  const now = useRef({ black, onCommand });
  now.current.onCommand = onCommand;
  const talk = useRef<Talk>(undefined);
  const tell = useCallback(() => {
    const { state } = player;
    const chapter = state.track.track.chapter.id;
    talk.current?.tell({ kind: "at", chapter, step: shownStep(state), black: now.current.black });
  }, [player]);
  useEffect(() => {
    talk.current = new Talk(name, (message) => {
      if (message.kind === "hello") tell();
      if (message.kind === "do") now.current.onCommand(message.what);
    });
    const unsubscribe = player.store.subscribe((state, before) => {
      if (state.chapter !== before.chapter || shownStep(state) !== shownStep(before)) tell();
    });
    const end = () => talk.current?.tell({ kind: "ended" });
    window.addEventListener("pagehide", end);
    return () => {
      window.removeEventListener("pagehide", end);
      unsubscribe();
      end();
      talk.current?.close();
    };
  }, [player, name, tell]);
  useEffect(() => {
    now.current.black = black;
    tell();
  }, [black, tell]);
  return useCallback(() => {
    const { episode, track } = player.state;
    const address = `${episodeHref(episode.slug, track.track.chapter.id, undefined, "notes")}?talk=${name}`;
    window.open(address, `notes ${name}`, "popup,width=720,height=820");
  }, [player, name]);
}
