import path from "node:path";
import util from "node:util";
import { requireNode } from "./node-version.mjs";
import { providePackages } from "./packages.mjs";
import { root } from "./run.mjs";
import { serveFolder } from "./serve-folder.mjs";
import { provideSite } from "./site.mjs";

// `npm start`: installs and builds what is missing and serves the pages. Node's own modules only: nothing is installed yet.

const USAGE = `npm start -- [--port 4170] [--host 127.0.0.1] [--under /] [--site dist]

  --port   the port to begin with; when it is taken, the next free one
  --host   the address to listen at; 0.0.0.0 lets other machines in
  --under  the path to serve the pages under, such as /courses/lists/
  --site   the folder to build into and serve`;

function options() {
  try {
    return util.parseArgs({
      options: {
        port: { type: "string", default: "4170" },
        host: { type: "string", default: "127.0.0.1" },
        under: { type: "string", default: "/" },
        site: { type: "string", default: "dist" },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
    return process.exit(2);
  }
}

requireNode();
const { port, host, under, site, help } = options();
if (help) {
  console.log(USAGE);
  process.exit(0);
}
const first = Number(port);
if (!Number.isInteger(first) || first < 0 || first > 65_535) {
  console.error(`--port ${port}: a whole number from 0 to 65535 is expected.`);
  process.exit(2);
}
await providePackages();
await provideSite(site);
const { address } = await serveFolder(path.join(root, site), {
  port: first,
  host,
  under: `/${under}/`.replace(/\/+/g, "/"),
  tries: 50,
});
console.log(`\n  The Invisible Linked List is at ${address}\n  Ctrl+C ends it.\n`);
