export { evaluate, holds } from "./expression/evaluate.ts";
export { printComparison, printOperand, printPath, printValue } from "./expression/print.ts";
export { type Reading, readComparison, readOperand, SIGNS } from "./expression/read.ts";
