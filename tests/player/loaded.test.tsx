import { render, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { loadOnce } from "../../src/player/loading/load-once.ts";
import { Loaded } from "../../src/player/loading/loaded.tsx";

test("what comes between a rendering and its effects is shown", async () => {
  const load = () => Promise.resolve("a parcel");
  const parcel = loadOnce("between", load);
  const ArrivesMeanwhile = () => {
    parcel.value = "a parcel";
    return null;
  };
  delete parcel.value;
  render(
    <>
      <Loaded name="between" load={load}>
        {(value) => <p>{value}</p>}
      </Loaded>
      <ArrivesMeanwhile />
    </>,
  );
  expect(await screen.findByText("a parcel")).toBeTruthy();
});
