/** Something that is on its way, has come, or failed to. */
export interface Parcel<T> {
  readonly promise: Promise<T>;
  value?: T;
  error?: unknown;
}

const parcels = new Map<string, Parcel<unknown>>();
const coming = new Set<Promise<unknown>>();

/** Send for something once for each name. What has come is there at once from then on. */
export function loadOnce<T>(name: string, load: () => Promise<T>): Parcel<T> {
  const known = parcels.get(name) as Parcel<T> | undefined;
  if (known !== undefined) return known;
  const parcel: Parcel<T> = { promise: load() };
  coming.add(parcel.promise);
  parcel.promise.then(
    (value) => {
      coming.delete(parcel.promise);
      parcel.value = value;
    },
    (error: unknown) => {
      coming.delete(parcel.promise);
      parcel.error = error ?? new Error(`${name} could not be loaded`);
    },
  );
  parcels.set(name, parcel);
  return parcel;
}

/** Settles when all that is on its way now has come or failed; undefined when nothing is. */
export function allThatComes(): Promise<unknown> | undefined {
  return coming.size === 0 ? undefined : Promise.allSettled(coming);
}
