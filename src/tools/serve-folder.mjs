import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import { OWN_FRAMES, POLICY } from "./policy.mjs";

/** @type {Record<string, string>} */
const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** What may stand in a frame of another site. */
const FOR_FRAMES = /\/embed\.html$/;
/** What pages of other sites load as a module; a browser asks whether they may. */
const FOR_OTHER_SITES = /\/time-machine\.js$/;

const HEADERS = {
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

/**
 * @param {string} file
 * @returns {Record<string, string>} what goes with a file
 */
function headersFor(file) {
  return {
    ...HEADERS,
    "Content-Security-Policy": FOR_FRAMES.test(file) ? POLICY : `${POLICY}; ${OWN_FRAMES}`,
    ...(FOR_OTHER_SITES.test(file) ? { "Access-Control-Allow-Origin": "*" } : {}),
  };
}

/**
 * The file that a request means; undefined when there is none.
 * @param {string} folder
 * @param {string} under the path that the folder is served under, with a slash at both ends
 * @param {string} url the path asked for
 * @returns {string | undefined}
 */
export function fileFor(folder, under, url) {
  const asked = url.replace(/[?#].*$/, "");
  if (!asked.startsWith(under)) return undefined;
  let name;
  try {
    name = decodeURIComponent(asked.slice(under.length));
  } catch {
    return undefined;
  }
  const file = path.resolve(folder, name === "" || name.endsWith("/") ? `${name}index.html` : name);
  const inside = file.startsWith(path.resolve(folder) + path.sep) && !name.includes("\0");
  return inside && statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/**
 * Serves the files of a folder, as a plain static host does.
 * @param {string} folder
 * @param {{ port?: number, host?: string, under?: string, tries?: number }} [options] the port (0: any free one), the
 *   address to listen at, the path to serve under, and how many ports to try when one is taken
 * @returns {Promise<{ address: string, close: () => void }>}
 */
export async function serveFolder(folder, { port = 0, host = "127.0.0.1", under = "/", tries = 1 } = {}) {
  const server = createServer((request, response) => {
    const url = request.url ?? "/";
    const file = fileFor(folder, under, url);
    if (file === undefined) {
      const elsewhere = `${url}/` === under;
      response.writeHead(
        elsewhere ? 302 : 404,
        elsewhere ? { ...headersFor(""), Location: under } : headersFor(""),
      );
      response.end(elsewhere ? "" : "There is nothing here.");
      return;
    }
    response.writeHead(200, {
      ...headersFor(file),
      "Content-Type": TYPES[path.extname(file)] ?? "application/octet-stream",
      "Content-Length": statSync(file).size,
      // Vite puts a hash of the contents into the names of these.
      "Cache-Control": url.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache",
    });
    if (request.method === "HEAD") response.end();
    else createReadStream(file).pipe(response);
  });
  const bound = await listen(server, host, port, tries);
  return {
    address: `http://${host === "127.0.0.1" ? "localhost" : host}:${bound}${under}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/**
 * @param {import("node:http").Server} server
 * @param {string} host
 * @param {number} port
 * @param {number} tries
 * @returns {Promise<number>} the port that was free
 */
function listen(server, host, port, tries) {
  return new Promise((resolve, reject) => {
    server.once("error", (error) => {
      const taken = "code" in error && error.code === "EADDRINUSE";
      if (taken && tries > 1) resolve(listen(server, host, port + 1, tries - 1));
      else reject(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      server.removeAllListeners("error");
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });
}
