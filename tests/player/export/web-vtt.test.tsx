import { expect, test } from "vitest";
import { webVtt } from "../../../src/player/export/web-vtt.ts";

test("what goes on being said is one cue, silence is none, and words are escaped", () => {
  const said = [
    { duration: 1000, text: "One & <two>" },
    { duration: 250, text: "One & <two>" },
    { duration: 500, text: "" },
    { duration: 3_600_000, text: "Three\nlines" },
  ];
  expect(webVtt(said)).toBe(
    "WEBVTT\n\n00:00:00.000 --> 00:00:01.250\nOne &amp; &lt;two&gt;\n\n00:00:01.750 --> 01:00:01.750\nThree lines\n",
  );
  expect(webVtt([{ duration: 10, text: "" }])).toBe("");
});
