import { type Command, type EmbedEvents, type Report, sealed } from "../protocol/messages.ts";
import { readReport } from "../protocol/read-report.ts";
import { type Attribute, frameAddress, OPTIONS, OWN, PLACE, placeOf } from "./element-options.ts";

/** How near to the part in sight an element comes before its run is loaded. */
const NEAR = "400px";
/** Until the run has told how high it wants to be. */
const FIRST_HEIGHT = 480;

type Grain = "step" | "operation" | "move";
/** Without its id. */
type Wish = Command extends infer One ? (One extends Command ? Omit<One, "id"> : never) : never;

interface Waiting {
  readonly done: () => void;
  readonly failed: (error: Error) => void;
}

/**
 * A run of a data structure, in a frame of its own: `<time-machine episode="ring-buffers" chapter="overwrite">`. It loads
 * when it comes near the part of the page in sight, and is as high as what it shows.
 */
export class TimeMachine extends HTMLElement {
  static readonly observedAttributes: readonly string[] = [...PLACE, ...OPTIONS, ...OWN];

  /** Where this script stands is where the site is. */
  static site = new URL("./", import.meta.url).href;

  /** The last of each event's details; undefined before it. */
  readonly last: { readonly [Name in keyof EmbedEvents]?: EmbedEvents[Name] } = {};

  #frame: HTMLIFrameElement | undefined;
  #sight: IntersectionObserver | undefined;
  #connected = false;
  #changed = new Set<string>();
  #nextId = 1;
  readonly #unsent: (Wish & { readonly id: number })[] = [];
  readonly #waiting = new Map<number, Waiting>();
  readonly #hear = (event: MessageEvent) => this.#heard(event);

  connectedCallback(): void {
    this.style.display ||= "block";
    window.addEventListener("message", this.#hear);
    if (this.getAttribute("loading") === "eager" || typeof IntersectionObserver === "undefined") {
      this.load();
      return;
    }
    this.#sight = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) this.load();
      },
      { rootMargin: NEAR },
    );
    this.#sight.observe(this);
    this.style.minHeight ||= `${this.#fixedHeight ?? FIRST_HEIGHT}px`;
  }

  disconnectedCallback(): void {
    window.removeEventListener("message", this.#hear);
    this.#sight?.disconnect();
    this.#unload("the element was taken from the page");
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now || this.#frame === undefined) return;
    if (this.#changed.size === 0) queueMicrotask(() => this.#follow());
    this.#changed.add(name);
  }

  /** Load the run now, near or not. */
  load(): void {
    if (this.#frame !== undefined || !this.isConnected) return;
    this.#sight?.disconnect();
    this.style.minHeight = "";
    const frame = document.createElement("iframe");
    frame.src = frameAddress(this.#site, (name) => this.getAttribute(name));
    frame.title = this.#label;
    frame.allow = "fullscreen; clipboard-write";
    Object.assign(frame.style, { display: "block", width: "100%", border: "0" });
    this.#frame = frame;
    this.#size(FIRST_HEIGHT);
    const root = this.shadowRoot ?? this.attachShadow({ mode: "open" });
    root.replaceChildren(frame);
  }

  /** Go on by itself. Promises are kept when it is done, and broken with an Error that says what was wrong. */
  play(): Promise<void> {
    return this.#ask({ type: "play" });
  }

  pause(): Promise<void> {
    return this.#ask({ type: "pause" });
  }

  /** Go on by a numbered step, an operation or the smallest move. */
  step(by: Grain = "step"): Promise<void> {
    return this.#ask({ type: "step", by });
  }

  stepBack(by: Grain = "step"): Promise<void> {
    return this.#ask({ type: "stepBack", by });
  }

  /** Be at a step, `4`, or a move in it, `"4.12"`; of another chapter, if one is named. */
  seek(to: number | string, chapter?: string): Promise<void> {
    return this.#ask({ type: "seek", to: String(to), ...(chapter === undefined ? {} : { chapter }) });
  }

  /** Do operations by hand, such as `push T12`, one a line. */
  run(lines: string | readonly string[]): Promise<void> {
    const list = typeof lines === "string" ? lines.split("\n") : [...lines];
    return this.#ask({ type: "run", lines: list.filter((line) => line.trim() !== "") });
  }

  get #site(): string {
    return new URL(
      this.getAttribute("site") ?? "./",
      this.hasAttribute("site") ? document.baseURI : TimeMachine.site,
    ).href;
  }

  get #label(): string {
    return this.getAttribute("label") ?? "A data structure, running step by step";
  }

  get #fixedHeight(): number | undefined {
    const height = Number(this.getAttribute("height"));
    return height > 0 ? height : undefined;
  }

  #size(height: number): void {
    if (this.#frame !== undefined) this.#frame.style.height = `${this.#fixedHeight ?? height}px`;
  }

  #unload(why: string): void {
    this.#frame?.remove();
    this.#frame = undefined;
    this.#connected = false;
    this.#unsent.length = 0;
    for (const { failed } of this.#waiting.values()) failed(new Error(why));
    this.#waiting.clear();
  }

  /** Have the run be as the attributes now say. */
  #follow(): void {
    const changed = [...this.#changed];
    this.#changed.clear();
    const frame = this.#frame;
    if (frame === undefined) return;
    const has = (names: readonly string[]) => changed.filter((name) => names.includes(name));
    frame.title = this.#label;
    this.#size(this.last.resize?.height ?? FIRST_HEIGHT);
    if (changed.includes("site")) {
      this.#unload("the element now shows another site");
      this.load();
      return;
    }
    const options = has(OPTIONS).map((name) => [name, this.getAttribute(name) ?? "default"] as const);
    if (options.length > 0) this.#tell({ type: "set", options: Object.fromEntries(options) });
    if (has(PLACE).length > 0) {
      this.#tell({ type: "open", place: placeOf((name) => this.getAttribute(name)) });
    }
  }

  /** Ask without waiting: what is wrong is told as an `error`. */
  #tell(wish: Wish): void {
    this.#ask(wish).catch((error: Error) => this.#dispatch("error", { message: error.message }));
  }

  #ask(wish: Wish): Promise<void> {
    const id = this.#nextId++;
    return new Promise((done, failed) => {
      if (!this.isConnected) {
        failed(new Error("the element is not on the page"));
        return;
      }
      this.#waiting.set(id, { done, failed });
      this.load();
      if (this.#connected) this.#send({ ...wish, id } as Command);
      else this.#unsent.push({ ...wish, id });
    });
  }

  #send(command: Command): void {
    this.#frame?.contentWindow?.postMessage(sealed(command), new URL(this.#site).origin);
  }

  #heard({ source, origin, data }: MessageEvent): void {
    if (this.#frame === undefined || source !== this.#frame.contentWindow) return;
    if (origin !== new URL(this.#site).origin) return;
    const report = readReport(data);
    if (report !== undefined) this.#take(report);
  }

  #take(report: Report): void {
    switch (report.type) {
      case "here":
        this.#send({ type: "hello" });
        this.#connected = true;
        for (const wish of this.#unsent.splice(0)) this.#send(wish as Command);
        return;
      case "done":
        this.#waiting.get(report.id)?.done();
        this.#waiting.delete(report.id);
        return;
      case "error": {
        const { id = 0, message } = report;
        const asked = this.#waiting.get(id);
        this.#waiting.delete(id);
        if (asked === undefined) this.#dispatch("error", { message });
        else asked.failed(new Error(message));
        return;
      }
      default:
        Object.assign(this.last, { [report.type]: report.detail });
        if (report.type === "resize") this.#size(report.detail.height);
        this.#dispatch(report.type, report.detail);
    }
  }

  /** On this element alone: a `resize` that rose to the window would be taken for the window's own. */
  #dispatch(type: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

/** Each attribute is a property too, but for those that every element has. */
for (const name of TimeMachine.observedAttributes as readonly Attribute[]) {
  if (name in HTMLElement.prototype) continue;
  // A word of the language's own methods stays what it is.
  if (name in TimeMachine.prototype) continue;
  Object.defineProperty(TimeMachine.prototype, name, {
    configurable: true,
    enumerable: true,
    get(this: TimeMachine) {
      return this.getAttribute(name);
    },
    set(this: TimeMachine, value: unknown) {
      if (value === null || value === undefined || value === false) this.removeAttribute(name);
      else this.setAttribute(name, value === true ? "" : String(value));
    },
  });
}

if (customElements.get("time-machine") === undefined) customElements.define("time-machine", TimeMachine);
