import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { unzipSync } from "fflate";
import { packaged, root } from "../../../src/tools/run.mjs";
import { fileFor, serveFolder } from "../../../src/tools/serve-folder.mjs";
import { lastChange } from "../../../src/tools/site.mjs";

const PACKAGES = path.join(root, ".build/packages");
const NAME = "ring-buffers-overwrite";

/** What the packages are made from. */
const SOURCES = ["src", "episodes", "package.json"];

/** The single page, and the folder of each package. Made anew when anything that they are made from has changed. */
export function providePackages(): { readonly page: string; readonly folder: (format: string) => string } {
  const page = path.join(PACKAGES, `${NAME}.html`);
  const made = lastChange(page);
  if (made === 0 || SOURCES.some((source) => lastChange(path.join(root, source)) > made)) make();
  return { page, folder: (format) => path.join(PACKAGES, format) };
}

function make(): void {
  rmSync(PACKAGES, { recursive: true, force: true });
  const formats = ["scorm12", "scorm2004", "cmi5", "html"];
  const asked = [
    "--episode",
    "7",
    "--chapter",
    "overwrite",
    ...formats.flatMap((format) => ["--format", format]),
  ];
  const [node, ...tsx] = packaged("tsx");
  const line = [...tsx, "src/tools/package/main.ts", ...asked, "--out", PACKAGES];
  const { status, stderr } = spawnSync(node, line, { cwd: root, encoding: "utf8" });
  if (status !== 0) throw new Error(`the packages could not be made: ${stderr}`);
  for (const file of readdirSync(PACKAGES).filter((name) => name.endsWith(".zip"))) {
    const [format = ""] = file.slice(NAME.length + 1).split(".");
    for (const [name, bytes] of Object.entries(unzipSync(readFileSync(path.join(PACKAGES, file))))) {
      const target = path.join(PACKAGES, format, name);
      mkdirSync(path.dirname(target), { recursive: true });
      writeFileSync(target, bytes);
    }
  }
}

/** A host with a course system that shows a package: one of its own for each process, so that none clears another's away. */
export async function serveLms(format: "scorm12" | "scorm2004", folder: string) {
  const site = path.join(root, ".build/lms", `${format}-${process.pid}`);
  rmSync(site, { recursive: true, force: true });
  cpSync(folder, path.join(site, "package"), { recursive: true });
  for (const name of ["lms.html", "lms.css", "lms.js"]) {
    cpSync(path.join(import.meta.dirname, name), path.join(site, name));
  }
  for (const name of ["scorm12", "scorm2004"]) {
    const library = readFileSync(path.join(root, `node_modules/scorm-again/dist/${name}.min.js`), "utf8");
    writeFileSync(path.join(site, `${name}.js`), library.replace(/\/\/# sourceMappingURL=.*/, ""));
  }
  const { address, close } = await serveFolder(site);
  const end = () => {
    close();
    rmSync(site, { recursive: true, force: true });
  };
  return { address, close: end };
}

/** The host of a package that speaks with another one: a server that forbids its pages nothing. */
export async function servePackage(folder: string) {
  const types: Readonly<Record<string, string>> = {
    ".html": "text/html",
    ".js": "text/javascript",
    ".css": "text/css",
  };
  const server = createServer(({ url = "/" }, response) => {
    const file = fileFor(folder, "/", url);
    if (file === undefined) response.writeHead(404).end();
    else {
      const type =
        types[path.extname(file)] ?? (file.endsWith(".svg") ? "image/svg+xml" : "application/octet-stream");
      response.writeHead(200, { "Content-Type": type }).end(readFileSync(file));
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const close = () => {
    server.close();
    server.closeAllConnections();
  };
  return { address: `http://localhost:${(server.address() as AddressInfo).port}/`, close };
}
