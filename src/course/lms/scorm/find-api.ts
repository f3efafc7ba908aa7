/** The names under which the two standards have a course find its system. */
export type ApiName = "API" | "API_1484_11";

/** So many windows up, as the standard's own search: windows that contain each other end it. */
const HIGHEST = 500;

/**
 * The object through which a SCORM course talks to its system: in a window around this one, or around the one that opened
 * it. Windows of other origins are passed by: they may not be looked into.
 */
export function findApi(from: Window, name: ApiName): unknown {
  return around(from, name) ?? openers(from, name);
}

function around(from: Window, name: ApiName): unknown {
  let at = from;
  for (let height = 0; height < HIGHEST; height++) {
    const found = lookIn(at, name);
    if (found !== undefined) return found;
    if (at.parent === at) return undefined;
    at = at.parent;
  }
  return undefined;
}

/** In a window of its own, the frames that the course stands in may also lie around its own opener's. */
function openers(from: Window, name: ApiName): unknown {
  for (const at of new Set([from, from.top])) {
    const opener = at === null ? undefined : openerOf(at);
    const found = opener && around(opener, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

function openerOf(at: Window): Window | undefined {
  try {
    return at.opener ?? undefined;
  } catch {
    return undefined;
  }
}

function lookIn(at: Window, name: ApiName): unknown {
  try {
    return Reflect.get(at, name) ?? undefined;
  } catch {
    return undefined;
  }
}
