import type { Player } from "../../player/store/player.ts";
import { shownStep } from "../../player/store/player-state.ts";
import { positionOf, readStepMove } from "../options/moment.ts";
import type { Command } from "./messages.ts";

/**
 * Have a player do what a host asks for.
 *
 * @throws Error with a sentence for the host, when it cannot be done
 */
export async function doCommand(player: Player, command: Command): Promise<void> {
  switch (command.type) {
    case "play":
      player.play();
      return;
    case "pause":
      player.pause();
      return;
    case "step":
      player.press(command.by, 1);
      return;
    case "stepBack":
      player.press(command.by, -1);
      return;
    case "seek":
      await seek(player, command.to, command.chapter);
      return;
    case "run": {
      const { state } = player;
      const [{ runLines }] = await Promise.all([
        import("./run-lines.ts"),
        // A chapter stands before the system that runs it has come.
        state.hand === null && player.chapters.send(state.chapter, shownStep(state)),
      ]);
      runLines(player, command.lines);
    }
  }
}

async function seek(player: Player, to: string, id: string | undefined): Promise<void> {
  const { chapters } = player.state.episode;
  const index = id === undefined ? player.state.chapter : chapters.findIndex((chapter) => chapter.id === id);
  const chapter = chapters[index];
  if (chapter === undefined || chapter.steps === 0) {
    const made = chapters.filter(({ steps }) => steps > 0).map((one) => one.id);
    throw new Error(`there is no chapter “${id}”: there are ${made.join(", ")}`);
  }
  const place = readStepMove(to);
  if (place === undefined || place.step > chapter.steps) {
    throw new Error(
      `“to” must be a step of “${chapter.id}”, from 1 to ${chapter.steps}, or a move in it, such as “1.3”; found “${to.slice(0, 40)}”`,
    );
  }
  const step = place.step - 1;
  await player.chapters.send(index, step);
  if (player.state.chapter !== index || player.state.hand !== null) player.openChapter(index, step);
  player.seek(positionOf(player.state.track, place, "opens"));
}
