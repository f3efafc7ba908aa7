/**
 * A name as a script writes it, as words for a reader: `addProducer` is “add producer”, `if-not-while` is “if not while”.
 */
export function inWords(name: string): string {
  return name
    .replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
    .replaceAll("-", " ");
}
