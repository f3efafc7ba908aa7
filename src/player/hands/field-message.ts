import type { Field } from "../../engine/index.ts";
import { inWords } from "./in-words.ts";

/**
 * What is wrong with an argument. All that is seen of it is the button before it, so that and the field's help name it:
 * “recent: How many items. It must be a whole number from 0 to 1,000.”
 */
export function argumentMessage(button: string, { help }: Pick<Field, "help">, message: string): string {
  return `${inWords(button)}: ${help} It ${message}.`;
}

/** What is wrong with a parameter, which bears its name: “put timeout must be a whole number from 0 to 100,000.” */
export function parameterMessage(name: string, message: string): string {
  return `${inWords(name)} ${message}.`;
}
