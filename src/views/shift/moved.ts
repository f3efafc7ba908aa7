import type { Mark } from "../../stage/mark.ts";

/** The same marks, `dx` px to the right and `dy` px down. */
export function moved(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  const across = (n: Mark["n"]): Mark["n"] => {
    const shifted: Record<string, number> = { ...n };
    for (const name of ["x", "x1", "cx"]) if (n[name] !== undefined) shifted[name] = n[name] + dx;
    for (const name of ["y", "y1", "cy"]) if (n[name] !== undefined) shifted[name] = n[name] + dy;
    return shifted;
  };
  return marks.map((mark) => ({
    ...mark,
    n: across(mark.n),
    ...(mark.enter ? { enter: across(mark.enter) } : {}),
    ...(mark.leave ? { leave: across(mark.leave) } : {}),
  }));
}
