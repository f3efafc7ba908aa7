import { createContext, useContext, useSyncExternalStore } from "react";
import { createStore } from "zustand/vanilla";
import { Kept, type Shelf } from "./kept.ts";
import { type EpisodeProgress, type Progress, progressCodec } from "./progress.ts";
import { type Settings, settingsCodec } from "./settings.ts";

interface Remembered {
  readonly settings: Settings;
  readonly progress: Progress;
  /** False where the browser keeps nothing: settings then last as long as the page is open. */
  readonly lasting: boolean;
}

/** What the page remembers of its reader. Nothing leaves the browser. */
export class Memory {
  readonly store;
  readonly #settings: Kept<Settings>;
  readonly #progress: Kept<Progress>;

  constructor(shelf: Shelf | undefined) {
    this.#settings = new Kept(settingsCodec, shelf);
    this.#progress = new Kept(progressCodec, shelf);
    this.store = createStore<Remembered>(() => this.#all());
  }

  set(change: Partial<Settings>): void {
    this.#settings.set({ ...this.#settings.value, ...change });
    this.store.setState(this.#all());
  }

  note(slug: string, progress: EpisodeProgress): void {
    this.#progress.set({ ...this.#progress.value, [slug]: progress });
    this.store.setState(this.#all());
  }

  #all(): Remembered {
    return {
      settings: this.#settings.value,
      progress: this.#progress.value,
      lasting: this.#settings.lasting && this.#progress.lasting,
    };
  }
}

export const MemoryContext = createContext<Memory | null>(null);

export function useMemory(): Memory {
  const memory = useContext(MemoryContext);
  if (memory === null) throw new Error("there is no memory around this component");
  return memory;
}

/** A part of what is remembered; the component renders again when that part changes. */
export function useRemembered<T>(select: (remembered: Remembered) => T): T {
  const { store } = useMemory();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}
