// Keeps a whole version of the site, so that every episode works without a network. A page that is open goes on with
// the version it began with: a newer one is fetched beside it and waits until the reader takes it or all pages are closed.

/** Which version this is, and its files: the build writes it above. @type {{ version: string, files: string[] }} */
const site = self.SITE;
const scope = self.registration.scope;
/** Another site of the same host, or another copy of this one under another path, keeps its own. */
const prefix = `the-invisible-linked-list ${scope} `;
const mine = prefix + site.version;

self.addEventListener("install", (event) => event.waitUntil(fill()));

self.addEventListener("activate", (event) => event.waitUntil(clear().then(() => self.clients.claim())));

self.addEventListener("message", (event) => {
  if (event.data === "take over") self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  const name = fileOf(url);
  if (method === "GET" && name !== undefined) event.respondWith(answer(name, event.request));
});

/** The file of the site that an address means. */
function fileOf(url) {
  const { origin, pathname } = new URL(url);
  const address = origin + pathname;
  if (!address.startsWith(scope)) return undefined;
  const name = decodeURI(address.slice(scope.length)) || "index.html";
  return site.files.includes(name) ? name : undefined;
}

async function answer(name, request) {
  const cache = await caches.open(mine);
  return (await cache.match(scope + name)) ?? fetch(request);
}

/** All or nothing. What an older version has already under the same name with a hash in it is not fetched again. */
async function fill() {
  const cache = await caches.open(mine);
  await Promise.all(
    site.files.map(async (name) => {
      const address = scope + name;
      const hashed = name.startsWith("assets/");
      const known = hashed ? await caches.match(address) : undefined;
      const response = known ?? (await fetch(address, { cache: hashed ? "default" : "no-cache" }));
      if (!response.ok) throw new Error(`${address}: ${response.status}`);
      await cache.put(address, response);
    }),
  );
}

async function clear() {
  const names = await caches.keys();
  const others = names.filter((name) => name.startsWith(prefix) && name !== mine);
  await Promise.all(others.map((name) => caches.delete(name)));
}
