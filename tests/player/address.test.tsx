import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { defaultsOf, type Field, type Input, registry, type System } from "../../src/engine/index.ts";
import type { EpisodeModule } from "../../src/player/episode-module.ts";
import { addressOf, momentFingerprint } from "../../src/player/link/address.ts";
import { openingMoment } from "../../src/player/link/open-moment.ts";
import { placeIn } from "../../src/player/routes/episode-place.ts";
import { parseRoute } from "../../src/player/routes/route.ts";
import { doByHand, restartByHand, undoByHand } from "../../src/player/store/hand-controls.ts";
import { runByHand } from "../../src/player/store/hand-schedule.ts";
import { Player } from "../../src/player/store/player.ts";
import { shownPosition } from "../../src/player/store/player-state.ts";
import { wholly } from "../../src/scenario/link/open-run.ts";
import { checkEpisode } from "../../src/scenario/parse/index.ts";
import { ProjectModules } from "../../src/tools/vite/project-modules.ts";
import { HandTicker } from "./hand-ticker.ts";
import { tinyEpisode } from "./tiny-episode.ts";

const { episodes, views } = new ProjectModules(process.cwd());

/** The episodes as they are written, with every system and no pictures. */
const made = episodes.map((file): EpisodeModule => {
  const { episode } = checkEpisode(readFileSync(file, "utf8"), { file, systems: registry, views });
  const chapters = episode.chapters.map((chapter) => {
    const module = { chapter, systems: registry, views: new Map(), listings: new Map() };
    return [chapter.id, module] as const;
  });
  const overview = episode.chapters.map(({ scenes: _, beats, ...head }) => ({
    ...head,
    steps: beats.length,
  }));
  return { episode: { ...episode, slug: "rings", chapters: overview }, chapters: new Map(chapters) };
});

function playerAt(module: EpisodeModule, chapter: number, ticker = new HandTicker()): Player {
  return new Player(module, { ticker, chapter, reducedMotion: true });
}

/** What a page does that is sent to an address: the step, then the moment. */
function open(module: EpisodeModule, address: string) {
  const route = parseRoute(address);
  if (route.page !== "episode") throw new Error(`${address} is no episode's`);
  const place = placeIn(module.episode, route);
  if (place === undefined) throw new Error(`${address} is nowhere`);
  const player = new Player(module, { ticker: new HandTicker(), ...place, reducedMotion: true });
  const problems = route.query === undefined ? [] : wholly(openingMoment(player, route.query));
  return { player, problems };
}

/** Everything that a link to a moment must give again. */
function momentOf({ state }: Player) {
  const { hand, chapter, leftAt } = state;
  return {
    chapter,
    position: shownPosition(state),
    fingerprint: momentFingerprint(state, "moment"),
    run: hand && {
      leftAt,
      inputs: hand.recording.inputs,
      parameters: hand.recording.setup.parameters,
      seed: hand.recording.setup.seed,
      given: hand.given,
      scene: hand.sceneIndex,
      shown: hand.scene.parameters,
    },
  };
}

function expectSame(module: EpisodeModule, player: Player): string {
  const sum = momentFingerprint(player.state, "moment");
  const address = addressOf(player.state, "moment", { sum }) ?? "none";
  const opened = open(module, address);
  expect(opened.problems).toEqual([]);
  expect(momentOf(opened.player)).toEqual(momentOf(player));
  return address;
}

/** An operation of a system by hand, chosen by a number. */
function anyInput({ operations, kernel, live = [], parameters }: System, choice: number): Input {
  const moved = [...(kernel === undefined ? [] : ["run"]), ...(live.length === 0 ? [] : ["set"])];
  const names = [...Object.keys(operations), ...moved];
  const name = names[choice % names.length] ?? "";
  if (name === "run") return { operation: "run", values: { steps: 1 + (choice % 40) } };
  if (name === "set") {
    const parameter = live[choice % live.length] ?? "";
    return { operation: "set", values: { parameter, value: parameters[parameter]?.default } };
  }
  const operation = operations[name] ?? Object.values(operations)[0];
  const fields = Object.entries(operation?.arguments ?? {}) as [string, Field][];
  const values = Object.fromEntries(fields.map(([argument, field]) => [argument, field.default]));
  return { operation: operation === operations[name] ? name : (Object.keys(operations)[0] ?? ""), values };
}

const chapters = made.flatMap((module) =>
  module.episode.chapters.flatMap(({ id, steps }, index) =>
    steps > 0 ? [[id, module, index] as const] : [],
  ),
);

describe("the address of a moment", () => {
  test.each(chapters)(
    "of “%s” leads to that very moment, in the episode and by hand",
    (_, module, chapter) => {
      fc.assert(
        fc.property(
          fc.nat(),
          fc.array(fc.nat(), { maxLength: 6 }),
          fc.nat(),
          fc.nat(4),
          (at, done, back, how) => {
            const player = playerAt(module, chapter);
            player.seek(at % player.state.track.length);
            expectSame(module, player);
            const { track } = player.state;
            const moment = track.at(shownPosition(player.state));
            const { system } = track.recording(moment).setup;
            if (how === 0) restartByHand(player, defaultsOf(system.parameters));
            for (const choice of done) doByHand(player, anyInput(system, choice));
            if (how === 1) undoByHand(player);
            if (player.state.hand === null) return;
            player.seek(back % player.state.hand.line.length);
            expectSame(module, player);
          },
        ),
        { numRuns: 4, interruptAfterTimeLimit: 10_000 },
      );
    },
  );

  it("is short, and can be read", () => {
    const player = playerAt(tinyEpisode, 1);
    expect(addressOf(player.state, "moment")).toBe("#/episodes/tiny/ring?step=1");
    player.seek(player.state.track.opens(1) + 3);
    expect(addressOf(player.state, "moment")).toBe("#/episodes/tiny/ring?step=2&move=3");
    doByHand(player, { operation: "push", values: { item: "X" } });
    doByHand(player, { operation: "pop", values: {} });
    const address = expectSame(tinyEpisode, player);
    expect(address).toMatch(/^#\/episodes\/tiny\/ring\?step=2&move=3&do=push\+X;\+pop&sum=[0-9a-f]{8}$/);
    expect(addressOf(player.state, "whole")).toMatch(/&do=push\+X;\+pop&at=\d+$/);
    expect(addressOf(player.state, "place")).toBe("#/episodes/tiny/ring");
    player.backToEpisode();
    expect(addressOf(player.state, "whole")).toBe("#/episodes/tiny");
  });

  it("keeps the way back to the episode, and what may be undone", () => {
    const player = playerAt(tinyEpisode, 1);
    player.seekStep(2);
    doByHand(player, { operation: "push", values: { item: "X" } });
    const { player: opened } = open(tinyEpisode, expectSame(tinyEpisode, player));
    undoByHand(opened);
    expect(opened.state.hand?.recording.inputs).toHaveLength(2);
    undoByHand(opened);
    expect(opened.state.hand?.recording.inputs).toHaveLength(2);
    opened.backToEpisode();
    player.backToEpisode();
    expect(momentOf(opened)).toEqual(momentOf(player));
  });

  it("holds a run that began afresh, with nothing done too", () => {
    const player = playerAt(tinyEpisode, 1);
    player.seekStep(3);
    restartByHand(player, { capacity: 5 });
    expect(expectSame(tinyEpisode, player)).toMatch(/step=4&from=start&do=&capacity=5/);
    doByHand(player, { operation: "push", values: { item: "X" } });
    expectSame(tinyEpisode, player);
  });

  it("holds what was done in the middle of playing", () => {
    const [module] = made;
    const chapter = module?.episode.chapters.findIndex(({ id }) => id === "producers-consumers") ?? 0;
    if (module === undefined) throw new Error("there is no episode");
    const ticker = new HandTicker();
    const player = new Player(module, { ticker, chapter, step: 4 });
    player.play(1);
    ticker.pass(3_000);
    runByHand(player);
    ticker.pass(500);
    doByHand(player, { operation: "kill", values: { thread: "C1" } });
    ticker.pass(400);
    player.pause();
    expect(player.state.hand?.recording.inputs.length).toBeGreaterThan(2);
    player.seek(shownPosition(player.state));
    expectSame(module, player);
  });

  it("opens the panel beside it", () => {
    const { player } = open(tinyEpisode, "#/episodes/tiny/ring?step=2&tab=state");
    expect(player.state.panel).toBe("state");
    expect(
      open(tinyEpisode, `#/episodes/tiny/ring?tab=${"x".repeat(99)}`).player.state.panel,
    ).toBeUndefined();
  });
});

describe("what is wrong in a link to a moment is told, and the nearest place is shown", () => {
  test.each([
    ["step=2&move=99", 1, /^move must be a whole number from 0 to \d+; found “99”\.$/],
    ["step=2&move=-1", 1, /^move must be/],
    ["step=2&move=NaN", 1, /^move must be/],
    ["step=2&move=1e9", 1, /^move must be/],
    ["step=2&mvoe=1", 1, /^A link to a step has no “mvoe”/],
    ["step=2&__proto__=1", 1, /has no “__proto__”/],
    ["step=2&do=push+A;+bang", 1, /^Line 2 of the run, “bang”/],
    ["step=2&do=push+A&from=end", 1, /^from must be “start”/],
    ["step=2&do=push+A&given=99", 1, /^given must be a whole number from 0 to/],
    ["step=2&do=push+A&at=999999999", 1, /^at must be a move of the run/],
    ["step=2&do=push+A&capacity=1e9", 1, /^capacity must be/],
    ["step=2&do=push+A&constructor=1", 1, /no parameter “constructor”/],
    ["step=2&v=7&do=push+A", 1, /newer version of this site/],
    ["step=2&z=1tooShort", 1, /cannot be read/],
    ["step=2&move=1&sum=00000000", 1, /went another way/],
    ["step=2&sum=%3Cimg+src%3Dx%3E", 1, /^sum must be 8 digits/],
  ])("%s", (query, step, words) => {
    const { player, problems } = open(tinyEpisode, `#/episodes/tiny/ring?${query}`);
    expect(problems).toEqual([expect.stringMatching(words)]);
    const { hand, track, leftAt } = player.state;
    expect(track.stepAt(hand === null ? shownPosition(player.state) : leftAt)).toBe(step);
  });

  it("however a link was changed", () => {
    const player = playerAt(tinyEpisode, 1);
    player.seekStep(1);
    for (const item of ["X", "<b>", "__proto__"]) doByHand(player, { operation: "push", values: { item } });
    const real = [
      expectSame(tinyEpisode, player),
      (() => {
        restartByHand(player, { capacity: 9 });
        for (let count = 0; count < 400; count++) {
          doByHand(player, { operation: "push", values: { item: `i${(count * 7919) % 1_000}` } });
        }
        return expectSame(tinyEpisode, player);
      })(),
    ];
    expect(real[1]).toMatch(/&z=1/);
    const changed = fc
      .tuple(fc.constantFrom(...real), fc.nat(400), fc.nat(9), fc.string({ maxLength: 8 }))
      .map(([address, at, cut, put]) => address.slice(0, 22 + at) + put + address.slice(22 + at + cut));
    const random = fc.webQueryParameters().map((query) => `#/episodes/tiny/ring?${query}`);
    fc.assert(
      fc.property(fc.oneof(changed, random), (address) => {
        if (parseRoute(address).page !== "episode") return;
        const opened = open(tinyEpisode, address);
        expect(shownPosition(opened.player.state)).toBeGreaterThanOrEqual(0);
        for (const told of opened.problems) expect(told.length).toBeLessThan(520);
      }),
      { numRuns: 150 },
    );
  });
});
