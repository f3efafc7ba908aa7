import type { Plugin } from "vite";
import { POLICY } from "../policy.mjs";

/**
 * Puts the policy into each built page, so that it holds on hosts that send no headers too. In development Vite's own
 * inline scripts could not run under it.
 */
export function contentPolicy(): Plugin {
  return {
    name: "content-policy",
    apply: "build",
    transformIndexHtml: () => [
      {
        tag: "meta",
        attrs: { "http-equiv": "Content-Security-Policy", content: POLICY },
        // It holds for what comes after it only.
        injectTo: "head-prepend",
      },
    ],
  };
}
