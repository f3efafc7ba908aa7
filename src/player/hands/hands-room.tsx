/** Keeps the room of the hand controls until they, or the system that they are for, have come. */
export function HandsRoom() {
  return <section className="hands" aria-hidden="true" />;
}
