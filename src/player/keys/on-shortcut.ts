/** True while a key belongs to what has the focus: typing, a slider, a list of choices, or a dialog. */
export function isTaken({ target, key, defaultPrevented }: KeyboardEvent): boolean {
  if (defaultPrevented) return true;
  if (!(target instanceof Element)) return false;
  if (target.closest("dialog[open], textarea, select, [contenteditable]")) return true;
  if (target instanceof HTMLInputElement) return target.type !== "radio" || !/^\d$/.test(key);
  if (key === " " || key === "Enter")
    return target.closest("button, a, summary, [role=button], [role=tab]") !== null;
  if (["PageUp", "PageDown", "Home", "End"].includes(key)) return target.closest("[data-scrolls]") !== null;
  return false;
}

/** Do something when a plain letter is pressed and nobody else wants it. Returns what ends it. */
export function onShortcut(letter: string, run: () => void): () => void {
  const listen = (event: KeyboardEvent) => {
    if (event.repeat || event.key.toLowerCase() !== letter || event.ctrlKey || event.metaKey || event.altKey)
      return;
    if (isTaken(event)) return;
    event.preventDefault();
    run();
  };
  window.addEventListener("keydown", listen);
  return () => window.removeEventListener("keydown", listen);
}
