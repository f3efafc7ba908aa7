import type { WindowState } from "./window-state.ts";

/** The last milliseconds of sound: 16-bit samples, whole numbers from −32,768 to 32,767. */
export interface AudioWindowState extends WindowState<number> {
  readonly unit: "16-bit samples";
  readonly span: number;
  /** Samples a second: 48,000. */
  readonly rate: number;
  /** Pitch of the tone in Hz: 440. */
  readonly frequency: number;
  /** How loud the tone sounds, 0 to 100 per cent. */
  readonly volume: number;
  /** The level on show; null when the last operation asked for none. */
  readonly level: AudioLevel | null;
}

/** How loud the newest samples are. */
export interface AudioLevel {
  /** How many samples were asked for. */
  readonly asked: number;
  /** How many of them the window had: the last `read` of `values`. */
  readonly read: number;
  /** The greatest distance from silence among them, 0 to 32,768; null while nothing is read yet or there was nothing to read. */
  readonly peak: number | null;
}
