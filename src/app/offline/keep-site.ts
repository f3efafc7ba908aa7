/** How often a page that stays open asks whether there is something new, in ms. */
const HOUR = 3_600_000;

/** A newer version of the site that is there and waits. */
export interface Update {
  /** Have it now: the page is loaded again. */
  take(): void;
}

/**
 * Have the browser keep the whole site, so that it works without a network from the next visit on. A browser that
 * cannot, or may not, leaves everything as it is.
 *
 * @param announce called when a newer version has come; it waits until it is taken or every page is closed
 */
export async function keepSite(announce: (update: Update) => void): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const { serviceWorker } = navigator;
  const registration = await serviceWorker
    .register(new URL("service-worker.js", document.baseURI))
    .catch(() => undefined);
  if (registration === undefined) return;
  const tell = (worker: ServiceWorker | null) => {
    // Without a controller it is the first version that comes, which nobody has to be told of.
    if (worker?.state === "installed" && serviceWorker.controller !== null)
      announce({ take: () => take(worker) });
  };
  const follow = (worker: ServiceWorker | null) =>
    worker?.addEventListener("statechange", () => tell(worker));
  tell(registration.waiting);
  follow(registration.installing);
  registration.addEventListener("updatefound", () => follow(registration.installing));
  lookHourly(registration);
}

function take(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
  worker.postMessage("take over");
}

/** When the reader comes back to a page that has been open for long. */
function lookHourly(registration: ServiceWorkerRegistration): void {
  let last = performance.now();
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState !== "visible" || performance.now() - last < HOUR) return;
    last = performance.now();
    // Without a network there is nothing new.
    registration.update().catch(() => {});
  });
}
