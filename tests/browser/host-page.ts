import { createServer } from "node:http";

/** A page of somebody else's, at an origin of its own. */
export interface HostPage {
  readonly address: string;
  readonly close: () => void;
}

/**
 * Serve one page at a port of its own, as a course platform would. Its policy lets it load a script and frames from a site and
 * nothing else at all.
 *
 * @param site the address of the site that it embeds
 * @param body what stands in the page
 * @param inline whether scripts and styles in the page itself are allowed too
 */
export function serveHostPage(site: string, body: string, inline = false): Promise<HostPage> {
  const { origin } = new URL(site);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A course</title></head><body>${body}</body></html>`;
  const own = inline ? "'unsafe-inline'" : "";
  const server = createServer((request, response) => {
    const found = request.url === "/";
    response.writeHead(found ? 200 : 204, {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Security-Policy": `default-src 'none'; script-src ${origin} ${own}; style-src ${own || "'none'"}; frame-src ${origin} 'self'`,
    });
    response.end(found ? html : "");
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const bound = server.address();
      const port = typeof bound === "object" && bound !== null ? bound.port : 0;
      resolve({
        address: `http://localhost:${port}/`,
        close: () => {
          server.close();
          server.closeAllConnections();
        },
      });
    });
  });
}
