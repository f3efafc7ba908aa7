import { afterEach, expect, test, vi } from "vitest";
import { keepSite, type Update } from "../../src/app/offline/keep-site.ts";

class FakeWorker extends EventTarget {
  state = "installing";
  readonly messages: unknown[] = [];
  postMessage(message: unknown) {
    this.messages.push(message);
  }
  becomes(state: string) {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
}

class FakeRegistration extends EventTarget {
  installing: FakeWorker | null = null;
  waiting: FakeWorker | null = null;
  finds(worker: FakeWorker) {
    this.installing = worker;
    this.dispatchEvent(new Event("updatefound"));
  }
}

class FakeContainer extends EventTarget {
  controller: object | null = {};
  readonly registration = new FakeRegistration();
  register = vi.fn(async () => this.registration);
}

function browserWith(container: object | undefined) {
  if (container === undefined) Reflect.deleteProperty(navigator, "serviceWorker");
  else Object.defineProperty(navigator, "serviceWorker", { value: container, configurable: true });
}

afterEach(() => browserWith(undefined));

test("a browser that cannot or may not keep the site leaves everything as it is", async () => {
  const announce = vi.fn();
  browserWith(undefined);
  await keepSite(announce);
  const container = new FakeContainer();
  container.register.mockRejectedValue(new DOMException("not here", "SecurityError"));
  browserWith(container);
  await keepSite(announce);
  expect(announce).not.toHaveBeenCalled();
});

test("the first version comes without a word", async () => {
  const container = new FakeContainer();
  container.controller = null;
  browserWith(container);
  const announce = vi.fn();
  await keepSite(announce);
  const worker = new FakeWorker();
  container.registration.finds(worker);
  worker.becomes("installed");
  expect(announce).not.toHaveBeenCalled();
});

test("a newer version is announced once it is there, and only takes over when it is taken", async () => {
  const container = new FakeContainer();
  browserWith(container);
  const updates: Update[] = [];
  await keepSite((update) => updates.push(update));
  const worker = new FakeWorker();
  container.registration.finds(worker);
  expect(updates).toHaveLength(0);
  worker.becomes("installed");
  expect(updates).toHaveLength(1);
  expect(worker.messages).toEqual([]);
  updates[0]?.take();
  expect(worker.messages).toEqual(["take over"]);
});

test("a newer version that was waiting already is announced at once", async () => {
  const container = new FakeContainer();
  const waiting = new FakeWorker();
  waiting.state = "installed";
  container.registration.waiting = waiting;
  browserWith(container);
  const announce = vi.fn();
  await keepSite(announce);
  expect(announce).toHaveBeenCalledTimes(1);
});
