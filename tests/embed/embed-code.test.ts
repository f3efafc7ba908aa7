import { describe, expect, it } from "vitest";
import { elementCode, frameCode, frameSource } from "../../src/embed/dialog/embed-code.ts";
import { DEFAULTS } from "../../src/embed/options/options.ts";

const site = "https://lists.example/some/where/";
const named = { episode: "ring-buffers", chapter: "overwrite", step: "4" };
const options = { ...DEFAULTS, controls: "minimal", panels: ["narration", "code"], loop: true } as const;

describe("the code of an embedded run", () => {
  it("is an element with what differs from the usual", () => {
    expect(elementCode({ site, named, options, label: "The ring" })).toBe(
      `<script type="module" src="https://lists.example/some/where/time-machine.js"></script>
<time-machine
  episode="ring-buffers"
  chapter="overwrite"
  step="4"
  controls="minimal"
  panels="narration,code"
  loop
  label="The ring"></time-machine>`,
    );
  });

  it("is a plain frame with the address of the same", () => {
    const source = frameSource({ site, named, options, label: "The ring" });
    expect(source).toBe(
      "https://lists.example/some/where/embed.html?controls=minimal&panels=narration,code&loop=on#/episodes/ring-buffers/overwrite?step=4",
    );
    expect(frameCode({ site, named, options, label: "The ring" }, 512)).toContain('height="512"');
    expect(frameCode({ site, named, options, label: "The ring" }, 512)).toContain(
      source.replaceAll("&", "&amp;"),
    );
  });

  it("lets nothing out of the quotes", () => {
    const code = elementCode({
      site,
      named: { place: '#/lab/ring-buffer?do="><script>alert(1)</script>' },
      options: DEFAULTS,
      label: '"A" & <B>',
    });
    const tags = [...code.matchAll(/<([a-z-]+)/g)].map(([, name]) => name);
    expect(tags).toEqual(["script", "time-machine"]);
    expect(code).toContain('label="&quot;A&quot; &amp; &lt;B&gt;"');
  });
});
