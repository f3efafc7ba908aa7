import type { Mark } from "../../stage/mark.ts";
import { fitting } from "../parts/fitting.ts";
import { line } from "../parts/words.ts";
import { signWidth } from "./account-cells.ts";
import type { Lanes } from "./lane.ts";

/** The numbers at the foot: where every item is, and what waiting has cost. */
export function account({ state, places }: Lanes): Mark[] {
  const { small } = places.type;
  const { cells, value } = places.account;
  const sign = signWidth(small);
  return cells.flatMap((cell) => {
    const y = cell.y + cell.h - value * 0.7;
    const style = cell.bad ? "bad" : cell.id === state.leaving?.how ? "accent" : "";
    const x = cell.x + (cell.sign === "" && cell.x === places.left ? 0 : sign);
    return [
      ...line({
        key: `account:${cell.id}:label`,
        text: fitting([cell.longer ?? cell.label, cell.label], cell.w - sign - small * 0.6, { size: small }),
        x,
        y: cell.y + small * 0.75,
        size: small,
        room: cell.w - sign,
        style: cell.bad ? "bad bold" : "muted",
      }),
      ...line({
        key: `account:${cell.id}:sign`,
        text: cell.sign,
        x: cell.x + sign * 0.42,
        y,
        size: value,
        // It stands free: its width is only estimated, and it is never cut.
        room: value * 1.2,
        style: cell.sign === "≠" ? "bad bold" : "muted",
        anchor: "middle",
      }),
      ...line({
        key: `account:${cell.id}`,
        text: cell.value,
        x,
        y,
        size: value,
        room: cell.w - sign,
        style: `bold ${style}`,
      }),
    ];
  });
}
