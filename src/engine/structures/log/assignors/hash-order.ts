/** Java's `String.hashCode`. */
export function stringHash(text: string): number {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(31, hash) + text.charCodeAt(i)) | 0;
  return hash;
}

/**
 * The order in which Java's `HashMap` and `HashSet` would go through these keys: by bucket, and within one as they came.
 * Kafka keeps the members of a group in such a map, and where it asks them in turn, this decides who is first: by accident,
 * but always by the same one.
 */
export function inHashOrder<T>(keys: readonly T[], hash: (key: T) => number): T[] {
  let buckets = 16;
  while (keys.length > 0.75 * buckets) buckets *= 2;
  const bucket = (key: T) => {
    const code = hash(key);
    return (code ^ (code >>> 16)) & (buckets - 1);
  };
  return [...keys].sort((a, b) => bucket(a) - bucket(b));
}
