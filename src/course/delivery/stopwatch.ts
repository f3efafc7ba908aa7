/** How long a page has been on the screen. One that lies behind others is not being watched. */
export class Stopwatch {
  #before = 0;
  #since: number | undefined;

  constructor(page: Document) {
    const follow = () => this.#follow(page.visibilityState === "visible");
    page.addEventListener("visibilitychange", follow);
    follow();
  }

  get seconds(): number {
    const running = this.#since === undefined ? 0 : performance.now() - this.#since;
    return (this.#before + running) / 1000;
  }

  #follow(visible: boolean): void {
    this.#before = this.seconds * 1000;
    this.#since = visible ? performance.now() : undefined;
  }
}
