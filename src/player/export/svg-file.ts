import type { Drawing, Shape } from "./drawing.ts";

/**
 * A drawing as the text of an SVG file that needs nothing from elsewhere, in the plain attributes that every program for
 * pictures reads.
 *
 * @param title what it shows, for whoever opens the file with a screen reader
 */
export function svgFile({ width, height, background, shapes }: Drawing, title: string): string {
  const head = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">`;
  const ground = `<rect width="${width}" height="${height}" fill="${background}"/>`;
  return [head, `<title>${escaped(title)}</title>`, ground, ...shapes.map(element), "</svg>", ""].join("\n");
}

function element(shape: Shape): string {
  const [a, b, c, d, e, f] = shape.matrix.map((part) => short(part, 4));
  const upright = a === "1" && b === "0" && c === "0" && d === "1";
  const place = upright
    ? e === "0" && f === "0"
      ? undefined
      : `translate(${e} ${f})`
    : `matrix(${[a, b, c, d, e, f].join(" ")})`;
  const look = {
    transform: place,
    fill: paint(shape.fill),
    "fill-opacity": alpha(shape.fill),
    stroke: shape.stroke && paint(shape.stroke),
    "stroke-opacity": alpha(shape.stroke),
    "stroke-width": shape.stroke && short(shape.strokeWidth),
    opacity: shape.opacity === 1 ? undefined : short(shape.opacity),
  };
  if (shape.kind === "outline") {
    const more = {
      "stroke-linejoin": shape.stroke && "round",
      "stroke-linecap": shape.stroke && shape.roundEnds ? "round" : undefined,
      "stroke-dasharray":
        shape.stroke && shape.dash.length > 0 ? shape.dash.map((part) => short(part)).join(" ") : undefined,
    };
    return `<path${attributes({ d: shape.path, ...look, ...more })}/>`;
  }
  const { font, struck, anchor, x, y, text } = shape;
  const type = {
    x: short(x),
    y: short(y),
    "text-anchor": anchor === "start" ? undefined : anchor,
    "font-family": font.family,
    "font-size": short(font.size),
    "font-weight": font.weight === 400 ? undefined : String(font.weight),
    "font-style": font.italic ? "italic" : undefined,
    "text-decoration": struck ? "line-through" : undefined,
  };
  return `<text${attributes({ ...type, ...look })}>${escaped(text)}</text>`;
}

/** Alpha stands in an attribute of its own: older programs know no colours with eight digits. */
function paint(colour: string | undefined): string {
  return colour?.slice(0, 7) ?? "none";
}

function alpha(colour: string | undefined): string | undefined {
  return colour?.length === 9 ? short(Number.parseInt(colour.slice(7), 16) / 255) : undefined;
}

function attributes(all: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(all)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escaped(value)}"`))
    .join("");
}

function short(value: number, digits = 2): string {
  return String(Number(value.toFixed(digits)));
}

function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, "\uFFFD")
    .replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
