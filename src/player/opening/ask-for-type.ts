/**
 * Have all type come beside the page's scripts, not after the first words: it seldom has to change under the reader's eyes
 * then. Where it does not come, the browser's own takes its place.
 */
export function askForType(): void {
  for (const font of document.fonts) font.load().catch(() => {});
}
