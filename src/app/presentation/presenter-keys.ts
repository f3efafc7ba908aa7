/** What a key means to whoever presents. Clickers send Page Up and Page Down, and a full stop for a black screen. */
export type PresenterCommand =
  | "next"
  | "back"
  | "first"
  | "last"
  | "black"
  | "fullscreen"
  | "notes"
  | "leave";

export interface PresenterKey {
  readonly keys: readonly string[];
  readonly command: PresenterCommand;
  readonly does: string;
}

export const PRESENTER_KEYS: readonly PresenterKey[] = [
  { keys: ["ArrowRight", "ArrowDown", "PageDown", " ", "Enter", "n"], command: "next", does: "Next step" },
  { keys: ["ArrowLeft", "ArrowUp", "PageUp", "Backspace", "p"], command: "back", does: "Step before" },
  { keys: ["Home"], command: "first", does: "Start of the chapter" },
  { keys: ["End"], command: "last", does: "End of the chapter" },
  { keys: [".", "b"], command: "black", does: "Black screen" },
  { keys: ["f"], command: "fullscreen", does: "Full screen" },
  { keys: ["s"], command: "notes", does: "Notes in a window of their own" },
  { keys: ["Escape"], command: "leave", does: "Back to the episode" },
];

type Pressed = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey">;

/** undefined for a key that means nothing here, or belongs to the browser. */
export function presenterCommand({ key, ctrlKey, metaKey, altKey }: Pressed): PresenterCommand | undefined {
  if (ctrlKey || metaKey || altKey) return undefined;
  const plain = key.length === 1 ? key.toLowerCase() : key;
  return PRESENTER_KEYS.find(({ keys }) => keys.includes(plain))?.command;
}
