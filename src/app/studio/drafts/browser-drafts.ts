import { Drafts, type Drawer } from "./drafts.ts";

/** The drafts that this browser keeps. */
export const browserDrafts = new Drafts(browserDrawer(), () => Date.now());

function browserDrawer(): Drawer | undefined {
  try {
    const drawer = window.localStorage;
    drawer.getItem("");
    return drawer;
  } catch {
    return undefined;
  }
}

const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

/** An id that no draft has yet, for its address. */
export function newId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => LETTERS[byte & 31]).join("");
}

/** A new draft with a text, and whether it could be kept. */
export function newDraft(text: string): string {
  const id = newId();
  browserDrafts.add(id, text);
  return id;
}
