import { defineSystem } from "../define-system.ts";
import { whole } from "../fields.ts";
import type { AudioLevel, AudioWindowState } from "./audio-window-state.ts";
import { ringSource } from "./ring-source.ts";
import { FULL_WAVE, sine } from "./sine.ts";
import { LARGEST_WINDOW, WindowInstance } from "./window-instance.ts";
import { windowInvariants } from "./window-invariants.ts";

const RATE = 48_000;
const FREQUENCY = 440;
/** 440 waves of 1,200 places in 48,000 samples: eleven places a sample, exactly. */
const PLACES_A_SAMPLE = (FREQUENCY * FULL_WAVE) / RATE;
const LONGEST = 480_000;

interface Audio {
  readonly window: WindowInstance<number>;
  volume: number;
  level: AudioLevel | null;
  peak(samples: number): number | null;
}

/** The last ten milliseconds of a tone. */
export const audioWindow = defineSystem({
  id: "audio-window",
  title: "The last ten milliseconds of sound",
  summary: "A tone of 440 Hz, 48,000 samples a second, in a ring of 480: all that a peak meter needs.",
  views: ["waveform"],
  parameters: {
    capacity: whole({
      min: 1,
      max: LARGEST_WINDOW,
      default: 480,
      unit: "samples",
      help: "How many samples the ring holds.",
    }),
  },
  operations: {
    record: {
      help: "Record the tone as it sounds on. 48 samples are a millisecond.",
      arguments: {
        samples: whole({ min: 1, max: LONGEST, default: 480, unit: "samples", help: "How many samples." }),
      },
      shortcut: "r",
      source: ringSource("push"),
      run: ({ window }: Audio, values: { readonly samples: number }) => {
        window.write(values.samples);
        return undefined;
      },
    },
    volume: {
      help: "Let the tone sound louder or softer from now on. What is in the ring stays as it is.",
      arguments: {
        percent: whole({ min: 0, max: 100, default: 20, unit: "%", help: "How loud the tone sounds." }),
      },
      run: (audio: Audio, values: { readonly percent: number }) => {
        audio.volume = values.percent;
        return undefined;
      },
    },
    peak: {
      help: "The greatest distance from silence among the last samples, 0 to 32,767.",
      arguments: {
        samples: whole({ min: 1, max: LONGEST, default: 480, unit: "samples", help: "How many samples." }),
      },
      source: ringSource("getRecent"),
      run: (audio: Audio, values: { readonly samples: number }) => audio.peak(values.samples),
    },
  },
  invariants: windowInvariants,
  create: ({ capacity }, { trace, clock }): Audio => {
    const window: WindowInstance<number> = new WindowInstance(capacity, trace, () => {
      const sample = window.ring.totalWritten;
      clock.now = ((sample + 1) * 1_000) / RATE;
      const height = sine[(sample * PLACES_A_SAMPLE) % FULL_WAVE] as number;
      return Math.round((height * audio.volume) / 100) + 0;
    });
    const audio: Audio = {
      window,
      volume: 80,
      level: null,
      peak(asked) {
        const recent = window.ring.getRecent(asked);
        audio.level = { asked, read: recent.length, peak: null };
        trace("read", { count: recent.length });
        const peak =
          recent.length === 0 ? null : recent.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
        audio.level = { ...audio.level, peak };
        trace("answer", { answer: peak });
        return peak;
      },
    };
    return audio;
  },
  begin: (audio) => {
    audio.level = null;
  },
  snapshot: ({ window, volume, level }): AudioWindowState =>
    Object.freeze({
      ...window.snapshot(),
      unit: "16-bit samples",
      span: (window.ring.capacity * 1_000) / RATE,
      rate: RATE,
      frequency: FREQUENCY,
      volume,
      level,
    }),
});
