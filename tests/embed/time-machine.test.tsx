import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { TimeMachine as Machine } from "../../src/embed/element/time-machine.ts";
import { type Report, sealed } from "../../src/embed/protocol/messages.ts";

const SITE = "https://lists.example/here/";
let TimeMachine: typeof Machine;

/** What stands for the frame's page. */
interface Inside {
  readonly heard: Record<string, unknown>[];
  readonly report: (report: Report, origin?: string) => void;
}

beforeAll(async () => {
  ({ TimeMachine } = await import("../../src/embed/element/time-machine.ts"));
});

beforeEach(() => {
  TimeMachine.site = SITE;
});

afterEach(() => {
  document.body.replaceChildren();
});

function put(attributes: Record<string, string>): Machine {
  const machine = document.createElement("time-machine") as HTMLElement as Machine;
  for (const [name, value] of Object.entries(attributes)) machine.setAttribute(name, value);
  document.body.append(machine);
  return machine;
}

function frameOf(machine: Machine): HTMLIFrameElement {
  const frame = machine.shadowRoot?.querySelector("iframe");
  if (!frame) throw new Error("there is no frame");
  return frame;
}

function inside(machine: Machine): Inside {
  const heard: Record<string, unknown>[] = [];
  const postMessage = (message: Record<string, unknown>, to: string) => {
    expect(to).toBe("https://lists.example");
    heard.push(message);
  };
  // Nothing is loaded into the frames of jsdom.
  const source = Object.assign(new MessageChannel().port1, { postMessage }) as unknown as Window;
  Object.defineProperty(frameOf(machine), "contentWindow", { value: source });
  const report = (message: Report, origin = "https://lists.example") =>
    window.dispatchEvent(new MessageEvent("message", { data: sealed(message), origin, source }));
  return { heard, report };
}

const answered = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("the element", () => {
  it("shows the frame that its attributes name, with their options", () => {
    const machine = put({
      episode: "ring-buffers",
      chapter: "overwrite",
      step: "4",
      controls: "minimal",
      panels: "narration,code",
      loop: "",
      label: "A ring",
    });
    expect(frameOf(machine).src).toBe(
      `${SITE}embed.html?controls=minimal&panels=narration,code&loop=#/episodes/ring-buffers/overwrite?step=4`,
    );
    expect(frameOf(machine).title).toBe("A ring");
    expect(frameOf(put({ lab: "ring-buffer?capacity=4" })).src).toBe(
      `${SITE}embed.html#/lab/ring-buffer?capacity=4`,
    );
    expect(frameOf(put({ place: "#/lab/x?do=push+A", site: "https://own.example/" })).src).toBe(
      "https://own.example/embed.html#/lab/x?do=push+A",
    );
    // Nothing that an attribute holds gets out of its place.
    expect(frameOf(put({ episode: "../x", chapter: "a?b#c" })).src).toBe(
      `${SITE}embed.html#/episodes/..%2Fx/a%3Fb%23c`,
    );
  });

  it("has its attributes as properties", () => {
    const machine = put({ episode: "a" }) as Machine & Record<string, unknown>;
    machine.chapter = "b";
    machine.loop = true;
    expect([machine.getAttribute("chapter"), machine.getAttribute("loop")]).toEqual(["b", ""]);
    machine.loop = false;
    expect([machine.hasAttribute("loop"), machine.chapter]).toEqual([false, "b"]);
    expect(typeof machine.step).toBe("function");
  });

  it("says hello when the run is there, and sends what was asked for before", async () => {
    const machine = put({ episode: "a" });
    const { heard, report } = inside(machine);
    const asked = machine.run("push A\n\npush B");
    expect(heard).toEqual([]);
    report({ type: "here" });
    expect(heard.map(({ type }) => type)).toEqual(["hello", "run"]);
    expect(heard[1]).toMatchObject({ protocol: "time-machine", version: 1, lines: ["push A", "push B"] });
    report({ type: "done", id: Number(heard[1]?.id) });
    await expect(asked).resolves.toBeUndefined();
    const wrong = machine.seek(99);
    report({ type: "error", id: Number(heard[2]?.id), message: "there is no such step" });
    await expect(wrong).rejects.toThrow("there is no such step");
  });

  it("tells what happens as events of its own, and takes the height that the run wants", () => {
    const machine = put({ episode: "a" });
    const { report } = inside(machine);
    const told: unknown[] = [];
    const risen = vi.fn();
    document.body.addEventListener("resize", risen);
    machine.addEventListener("resize", (event: Event) => told.push((event as CustomEvent).detail));
    machine.addEventListener("error", (event: Event) => told.push((event as CustomEvent).detail));
    report({ type: "resize", detail: { height: 512 } });
    report({ type: "error", message: "something" });
    expect(told).toEqual([{ height: 512 }, { message: "something" }]);
    expect(frameOf(machine).style.height).toBe("512px");
    expect(machine.last.resize).toEqual({ height: 512 });
    expect(risen).not.toHaveBeenCalled();
    machine.setAttribute("height", "300");
  });

  it("keeps a height that it is given", async () => {
    const machine = put({ episode: "a", height: "300" });
    const { report } = inside(machine);
    report({ type: "resize", detail: { height: 512 } });
    expect(frameOf(machine).style.height).toBe("300px");
    machine.removeAttribute("height");
    await answered();
    expect(frameOf(machine).style.height).toBe("512px");
  });

  it("hears no other window and no other origin", () => {
    const machine = put({ episode: "a" });
    const { report } = inside(machine);
    const told = vi.fn();
    machine.addEventListener("resize", told);
    report({ type: "resize", detail: { height: 512 } }, "https://evil.example");
    const event = {
      data: sealed({ type: "resize", detail: { height: 512 } }),
      origin: "https://lists.example",
    };
    window.dispatchEvent(new MessageEvent("message", { ...event, source: window }));
    expect(told).not.toHaveBeenCalled();
  });

  it("has the run follow its attributes, several at once", async () => {
    const machine = put({ episode: "a", theme: "dark" });
    const { heard, report } = inside(machine);
    report({ type: "here" });
    machine.setAttribute("chapter", "b");
    machine.setAttribute("controls", "none");
    machine.removeAttribute("theme");
    await answered();
    expect(heard.slice(1)).toMatchObject([
      { type: "set", options: { controls: "none", theme: "default" } },
      { type: "open", place: "#/episodes/a/b" },
    ]);
  });

  it("leaves nothing waiting when it is taken from the page", async () => {
    const machine = put({ episode: "a" });
    const asked = machine.play();
    machine.remove();
    await expect(asked).rejects.toThrow("taken from the page");
    await expect(machine.play()).rejects.toThrow("not on the page");
    document.body.append(machine);
    expect(frameOf(machine).src).toContain("#/episodes/a");
  });
});
