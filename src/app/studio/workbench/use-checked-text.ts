import { useEffect, useRef, useState } from "react";
import { type CheckedText, Checker } from "../../../player/draft/check/checker.ts";
import type { StateAt } from "../../../player/draft/check/state-at.ts";
import { viewIds } from "../../../player/loading/play-module.ts";

/** Gathers what the state is at a line, and remembers it while what stands above the line stays the same. */
class States {
  readonly #checker: Checker;
  #above = "";
  #known = new Map<string, Promise<StateAt | null>>();

  constructor(checker: Checker) {
    this.#checker = checker;
  }

  at(text: string, line: number, path: string): Promise<StateAt | null> {
    const above = text
      .split("\n")
      .slice(0, line - 1)
      .join("\n");
    if (above !== this.#above) this.#known = new Map();
    this.#above = above;
    const known = this.#known.get(path) ?? this.#checker.state(above, line, path);
    this.#known.set(path, known);
    return known;
  }
}

export interface Checks {
  readonly checked: CheckedText | undefined;
  /** Check a text soon, beginning with a chapter. */
  readonly later: (text: string, first: () => string | undefined) => void;
  readonly stateAt: (text: string, line: number, path: string) => Promise<StateAt | null>;
}

const REST = 300;

/** The checker of one page. */
export function useCheckedText(): Checks {
  const [checked, setChecked] = useState<CheckedText>();
  const checker = useRef<{ readonly checker: Checker; readonly states: States } | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const own = () => {
    if (checker.current === null) {
      const made = new Checker(viewIds, setChecked);
      checker.current = { checker: made, states: new States(made) };
    }
    return checker.current;
  };
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      checker.current?.checker.dispose();
      checker.current = null;
    },
    [],
  );
  return {
    checked,
    later: (text, first) => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => own().checker.check(text, first()), REST);
    },
    stateAt: (text, line, path) => own().states.at(text, line, path),
  };
}
