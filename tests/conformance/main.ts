import { fileURLToPath } from "node:url";
import { checkFolder, failed, inWords } from "./check.ts";

const folder = process.env.CONFORMANCE_VECTORS || fileURLToPath(new URL("vectors", import.meta.url));
try {
  const reports = checkFolder(folder);
  console.log(inWords(reports));
  process.exitCode = failed(reports) === 0 ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 2;
}
