const SEED = 0x9747b28c;
const MULTIPLIER = 0x5bd1e995;

/**
 * Austin Appleby's MurmurHash2 with 32 bits and the seed that Kafka's Java client uses. Every client that is to send
 * the same key to the same partition has to agree on it bit for bit.
 *
 * @returns a signed 32-bit number
 */
export function murmur2(bytes: Uint8Array): number {
  const { length } = bytes;
  let hash = SEED ^ length;
  let at = 0;
  for (; at + 4 <= length; at += 4) {
    let word = byte(bytes, at) | (byte(bytes, at + 1) << 8);
    word |= (byte(bytes, at + 2) << 16) | (byte(bytes, at + 3) << 24);
    word = Math.imul(word, MULTIPLIER);
    word ^= word >>> 24;
    hash = Math.imul(hash, MULTIPLIER) ^ Math.imul(word, MULTIPLIER);
  }
  if (at < length) {
    // One to three bytes are left over, the first of them lowest.
    for (let last = length - 1; last >= at; last--) hash ^= byte(bytes, last) << (8 * (last - at));
    hash = Math.imul(hash, MULTIPLIER);
  }
  hash ^= hash >>> 13;
  hash = Math.imul(hash, MULTIPLIER);
  return hash ^ (hash >>> 15);
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}
