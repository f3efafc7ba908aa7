/** The style name of a producer's hue: four of them, in turn, told apart by the letters of the items. */
export function hueOf(producer: string): string {
  const number = Number.parseInt(producer.replace(/^\D+/, ""), 10);
  return `hue-${Number.isNaN(number) ? 0 : number % 4}`;
}
