/** A module that stands in files of its own. */
export interface SentModule<T> {
  /** The addresses of the files it needs; none in development, where there are no files. */
  readonly files: readonly string[];
  readonly load: () => Promise<T>;
}

/**
 * Load a module such that it can be tried again. When an import fails, a browser may remember that for as long as the
 * page is open; so its files are fetched first, and it is imported when they are there.
 *
 * @throws Error when one of them cannot be fetched
 */
export async function sendFor<T>({ files, load }: SentModule<T>): Promise<T> {
  await Promise.all(files.map(fetchWhole));
  return load();
}

async function fetchWhole(file: string): Promise<void> {
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} could not be loaded: ${response.status}`);
  await response.arrayBuffer();
}
