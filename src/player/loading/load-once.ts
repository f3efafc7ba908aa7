/** Something that is on its way, has come, or failed to. */
export interface Parcel<T> {
  readonly promise: Promise<T>;
  value?: T;
  error?: unknown;
}

const parcels = new Map<string, Parcel<unknown>>();

/** Send for something once for each name. What has come is there at once from then on. */
export function loadOnce<T>(name: string, load: () => Promise<T>): Parcel<T> {
  const known = parcels.get(name) as Parcel<T> | undefined;
  if (known !== undefined) return known;
  const parcel: Parcel<T> = { promise: load() };
  parcel.promise.then(
    (value) => {
      parcel.value = value;
    },
    (error: unknown) => {
      parcel.error = error ?? new Error(`${name} could not be loaded`);
    },
  );
  parcels.set(name, parcel);
  return parcel;
}
