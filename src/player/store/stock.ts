import { type Listing, listedStructures, type Scene } from "../../scenario/index.ts";
import type { View } from "../../views/view.ts";
import type { ChapterModule } from "../episode-module.ts";

/** The views and listings that have come, and the ids of those that could not be loaded. */
export interface Stock {
  readonly views: ReadonlyMap<string, View>;
  readonly listings: ReadonlyMap<string, Listing>;
  readonly failed: ReadonlySet<string>;
}

/** Sends for what scenes need, once for each thing; what failed is sent for again when it is asked for again. */
export class Stockroom {
  stock: Stock;
  #module: ChapterModule;
  readonly #arrived: (stock: Stock) => void;
  /** Whether anybody looks at the code: until then no listing is sent for. */
  wantsListings = false;
  readonly #coming = new Map<string, Promise<void>>();

  /** @param arrived called after each arrival and failure */
  constructor(module: ChapterModule, arrived: (stock: Stock) => void) {
    this.#module = module;
    this.#arrived = arrived;
    this.stock = { views: module.views, listings: module.listings, failed: new Set() };
  }

  /** Serve the scenes of another chapter. What is there already stays. */
  enter(module: ChapterModule): Stock {
    this.#module = module;
    this.stock = {
      ...this.stock,
      views: new Map([...this.stock.views, ...module.views]),
      listings: new Map([...this.stock.listings, ...module.listings]),
    };
    return this.stock;
  }

  /** Have everything that is needed of a scene. */
  order(scene: Scene): void {
    const { laterViews, laterListings, systems } = this.#module;
    for (const id of scene.views) {
      this.#send(id, this.stock.views.has(id), laterViews?.get(id), (stock, view) => ({
        ...stock,
        views: new Map(stock.views).set(id, view),
      }));
    }
    const system = this.wantsListings ? systems.get(scene.system) : undefined;
    for (const id of system === undefined ? [] : listedStructures(system, scene.parameters)) {
      this.#send(id, this.stock.listings.has(id), laterListings?.get(id), (stock, listing) => ({
        ...stock,
        listings: new Map(stock.listings).set(id, listing),
      }));
    }
  }

  /** Have everything that a scene needs, and know when it is there. @throws Error when something cannot be loaded */
  async provide(scene: Scene): Promise<void> {
    this.order(scene);
    await Promise.all(this.#coming.values());
    const failed = scene.views.find((id) => !this.stock.views.has(id));
    if (failed !== undefined) throw new Error(`the picture “${failed}” could not be loaded`);
  }

  #send<T>(
    id: string,
    there: boolean,
    load: (() => Promise<T>) | undefined,
    put: (stock: Stock, thing: T) => Stock,
  ): void {
    if (there || load === undefined || this.#coming.has(id)) return;
    const settle = (change: (stock: Stock) => Stock, failed: boolean) => {
      this.#coming.delete(id);
      const others = [...this.stock.failed].filter((other) => other !== id);
      this.stock = { ...change(this.stock), failed: new Set(failed ? [...others, id] : others) };
      this.#arrived(this.stock);
    };
    const sent = load().then(
      (thing) => settle((stock) => put(stock, thing), false),
      () => settle((stock) => stock, true),
    );
    this.#coming.set(id, sent);
  }
}
