import { type Ask, threadNames } from "../../scenario/index.ts";
import { redoByHand, undoByHand } from "../store/hand-controls.ts";
import { letTimePass, pickByHand } from "../store/hand-picks.ts";
import { openQuestion } from "../store/open-question.ts";
import type { Player } from "../store/player.ts";
import { lineOf, shownPosition } from "../store/player-state.ts";
import { threadsAt } from "../store/threads-at.ts";

/** A key, what it does in a few words, and how. */
export interface Shortcut {
  readonly keys: string;
  readonly does: string;
  matches(event: KeyboardEvent): boolean;
  run(player: Player, event: KeyboardEvent): void;
}

const key = (name: string, shift?: boolean) => (event: KeyboardEvent) =>
  event.key === name &&
  (shift === undefined || event.shiftKey === shift) &&
  !event.ctrlKey &&
  !event.metaKey &&
  !event.altKey;

const undoKey = (shift: boolean) => (event: KeyboardEvent) =>
  event.key.toLowerCase() === "z" && event.shiftKey === shift && (event.ctrlKey || event.metaKey);

/** The keys of the player, in the order in which the list shows them. */
export const SHORTCUTS: readonly Shortcut[] = [
  { keys: "Space", does: "Play or pause", matches: key(" ", false), run: (player) => player.toggle() },
  { keys: "Shift+Space", does: "Play backwards", matches: key(" ", true), run: (player) => player.play(-1) },
  {
    keys: "→",
    does: "Forward one operation",
    matches: key("ArrowRight", false),
    run: (player) => player.press("operation", 1),
  },
  {
    keys: "←",
    does: "Back one operation",
    matches: key("ArrowLeft", false),
    run: (player) => player.press("operation", -1),
  },
  {
    keys: "Shift+→",
    does: "Next step",
    matches: key("ArrowRight", true),
    run: (player) => player.press("step", 1),
  },
  {
    keys: "Shift+←",
    does: "Previous step",
    matches: key("ArrowLeft", true),
    run: (player) => player.press("step", -1),
  },
  { keys: ".", does: "Forward one move", matches: key("."), run: (player) => player.press("move", 1) },
  { keys: ",", does: "Back one move", matches: key(","), run: (player) => player.press("move", -1) },
  { keys: "Home", does: "Start of the chapter", matches: key("Home"), run: (player) => player.go(0) },
  {
    keys: "End",
    does: "End of the chapter",
    matches: key("End"),
    run: (player) => player.go(lineOf(player.state).length - 1),
  },
  { keys: "Page Up", does: "Previous chapter", matches: key("PageUp"), run: (player) => turn(player, -1) },
  { keys: "Page Down", does: "Next chapter", matches: key("PageDown"), run: (player) => turn(player, 1) },
  {
    keys: "1 – 9",
    does: "Move that thread, where schedules are chosen",
    matches: (event) => /^[1-9]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey,
    run: (player, event) => moveByKey(player, Number(event.key)),
  },
  { keys: "Ctrl+Z", does: "Undo an operation by hand", matches: undoKey(false), run: undoByHand },
  { keys: "Ctrl+Shift+Z", does: "Redo it", matches: undoKey(true), run: redoByHand },
];

/** One of those who could move, counted from 1; where nobody can, the first key lets time pass. */
function moveByKey(player: Player, number: number): void {
  const threads = threadsAt(player.state);
  const thread = threads?.runnable[number - 1];
  if (thread !== undefined) pickByHand(player, thread);
  else if (number === 1 && threads?.runnable.length === 0 && threads.nextTime !== null) letTimePass(player);
}

function turn(player: Player, direction: 1 | -1): void {
  const chapter = player.nextChapter(direction);
  if (chapter !== undefined) player.openChapter(chapter);
}

/** While a question is open, digits are its answer: they are typed, taken back and checked without a click. */
export function answerByKey(player: Player, event: KeyboardEvent): boolean {
  const question = openQuestion(player.state);
  if (question === undefined || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { draft } = player.state;
  const { step, ask } = question;
  const options = optionsOf(player, ask);
  if (/^\d$/.test(event.key)) {
    if (options === undefined) player.setDraft(`${draft}${event.key}`.slice(0, 9));
    else player.setDraft(options[Number(event.key) - 1] ?? draft);
    return true;
  }
  if (event.key === "Backspace") {
    player.setDraft(options === undefined ? draft.slice(0, -1) : "");
    return true;
  }
  if (event.key === "Enter" && draft !== "") {
    import("../question/check-answer.ts").then(({ checkAnswer }) => checkAnswer(player, step, ask));
    return true;
  }
  return false;
}

/** What may be chosen, in the order in which it is listed; undefined where a number is typed. */
function optionsOf(player: Player, { answer }: Ask): readonly string[] | undefined {
  if (answer.pick === "choice") return answer.options.map((_, index) => String(index));
  if (answer.pick !== "thread") return undefined;
  return threadNames(lineOf(player.state).at(shownPosition(player.state)).frame.state);
}
