import fc from "fast-check";

// What properties draw is the same on every run, so that a red one tells of the change it is run for.
// `npm run fuzz` draws anew.
fc.configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 7) });
