/** What is said while a picture is shown. */
export interface Said {
  /** In ms. */
  readonly duration: number;
  readonly text: string;
}

/** Words with their times as a WebVTT file (W3C, section 4); empty when nothing is said. What goes on being said is one cue. */
export function webVtt(said: readonly Said[]): string {
  const cues: { text: string; from: number; to: number }[] = [];
  let now = 0;
  for (const { text, duration } of said) {
    const last = cues.at(-1);
    if (last?.text === text && last.to === now) last.to += duration;
    else if (text !== "") cues.push({ text, from: now, to: now + duration });
    now += duration;
  }
  if (cues.length === 0) return "";
  const blocks = cues.map(({ text, from, to }) => `${clock(from)} --> ${clock(to)}\n${escaped(text)}`);
  return `WEBVTT\n\n${blocks.join("\n\n")}\n`;
}

function clock(ms: number): string {
  const whole = Math.round(ms);
  const part = (value: number, digits: number) => String(value).padStart(digits, "0");
  const [seconds, minutes, hours] = [
    Math.floor(whole / 1000),
    Math.floor(whole / 60_000),
    Math.floor(whole / 3_600_000),
  ];
  return `${part(hours, 2)}:${part(minutes % 60, 2)}:${part(seconds % 60, 2)}.${part(whole % 1000, 3)}`;
}

function escaped(text: string): string {
  return text.replace(/\s+/g, " ").replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
