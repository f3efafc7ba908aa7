import { StreamLanguage } from "@codemirror/language";

interface Place {
  /** Nothing stands before it in the line. */
  first: boolean;
}

const DRIVES = /^(?:expect|run|until|pick|set|after)(?![\w-])/;

/** The words of a block: names, values, and the few words that are the format's own. */
export const scriptLanguage = StreamLanguage.define<Place>({
  name: "script",
  startState: () => ({ first: true }),
  token(stream, place) {
    if (stream.sol()) place.first = true;
    if (stream.eatSpace()) return null;
    const { first } = place;
    place.first = false;
    if (stream.match(/^"(?:[^"\\]|\\.)*"?/)) return "string";
    if (first && stream.match(/^[A-Za-z][\w-]*(?=\s*:)/)) return "propertyName";
    if (stream.match(DRIVES)) return "keyword";
    if (stream.match(/^-?\d[\d.,]*(?![\w-])/)) return "number";
    if (stream.match(/^(?:true|false|null|undefined|none)(?![\w-])/)) return "atom";
    if (stream.match(/^[A-Za-z_][\w-]*/)) return first ? "keyword" : "variableName";
    if (stream.match(/^(?:[=!<>]+|\.\.)/)) return "operator";
    stream.next();
    return null;
  },
});
