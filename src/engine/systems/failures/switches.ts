import { choice } from "../fields.ts";

/** The two switches that every failure mode has, with what they mean there. */
export function switches(help: { readonly fault: string; readonly remedy: string }) {
  return {
    fault: choice({ options: ["off", "on"], default: "off", help: help.fault }),
    remedy: choice({ options: ["off", "on"], default: "off", help: help.remedy }),
  };
}
