import { frameAddress } from "../element/element-options.ts";
import type { EmbedOptions } from "../options/options.ts";
import { printOptions } from "../options/options.ts";

/** The run to embed, as attributes of the element name it. */
export type Named =
  | { readonly episode: string; readonly chapter?: string; readonly step?: string }
  | { readonly place: string };

export interface Embedding {
  /** The address of the site, with a slash at its end. */
  readonly site: string;
  readonly named: Named;
  readonly options: EmbedOptions;
  /** What a screen reader says of it. */
  readonly label: string;
}

/** The address of the frame. */
export function frameSource({ site, named, options }: Embedding): string {
  const attributes: Readonly<Record<string, string>> = { ...named, ...printOptions(options) };
  return frameAddress(site, (name) => attributes[name] ?? null);
}

/** The lines that put it into a page as an element. */
export function elementCode({ site, named, options, label }: Embedding): string {
  const attributes = { ...named, ...printOptions(options), label };
  const script = `<script type="module" src="${escaped(new URL("time-machine.js", site).href)}"></script>`;
  return `${script}\n<time-machine${Object.entries(attributes).map(attribute).join("")}></time-machine>`;
}

/** The lines that put it into a page that takes no scripts. */
export function frameCode(embedding: Embedding, height: number): string {
  const attributes = {
    src: frameSource(embedding),
    title: embedding.label,
    width: "100%",
    height: String(height),
    style: "border: 0",
    loading: "lazy",
    allow: "fullscreen; clipboard-write",
  };
  return `<iframe${Object.entries(attributes).map(attribute).join("")}></iframe>`;
}

function attribute([name, value]: readonly [string, string]): string {
  return value === "on" ? `\n  ${name}` : `\n  ${name}="${escaped(value)}"`;
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll('"', "&quot;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
