/** Seconds as a clock shows them: 342 is “5:42”. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds + 1e-6));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** Where a chapter stands, in words: “step 4 of 9”. Steps are counted from 0. */
export function stepText(step: number, steps: number): string {
  return `step ${step + 1} of ${steps}`;
}

/** Where a run by hand stands, in words. */
export function handStepText(step: number, operations: number): string {
  if (operations === 0) return "no operation yet";
  return step === 0 ? `before operation 1 of ${operations}` : `operation ${step} of ${operations}`;
}
