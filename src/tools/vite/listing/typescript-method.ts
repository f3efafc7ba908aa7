import { methodsBelow } from "./called-methods.ts";
import { type FlowSite, flowOf } from "./flow.ts";
import type { PlainMethod } from "./plain-listing.ts";
import type { SourceMethod, StructureSource } from "./structure-source.ts";
import { shownMethod } from "./typescript-lines.ts";

/** A method as it is shown, with the small methods it calls below it. */
export function typescriptMethod(method: SourceMethod, structure: StructureSource): PlainMethod {
  const lines: string[] = [];
  const shown = [method, ...methodsBelow(method, structure)].map((part) => {
    if (lines.length > 0) lines.push("");
    const offset = lines.length;
    const { lines: own, lineFor } = shownMethod(part);
    lines.push(...own);
    return { part, lineFor: (site: FlowSite) => offset + lineFor(site.statement) };
  });
  const flow = flowOf(method, structure);
  const placed = flow.sites.map((site) => {
    const around = shown.find(({ part }) => part === site.method);
    return {
      site,
      line: around?.lineFor(site) ?? 0,
      order: shown.findIndex(({ part }) => part === site.method),
    };
  });
  placed.sort((a, b) => a.order - b.order || a.site.statement.start - b.site.statement.start);
  const indices = (sites: ReadonlySet<FlowSite>) =>
    placed.flatMap(({ site }, index) => (sites.has(site) ? [index] : []));
  return {
    lines,
    sites: placed.map(({ site, line }) => ({ mark: site.mark, line, next: indices(site.next) })),
    first: indices(flow.first),
  };
}
