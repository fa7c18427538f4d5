const countMax = 255;

/** Counts how often a key was added, in 9 bytes a slot: a million devices fit in some 20 MB. Keys are kept as 53-bit hashes. */
export class CountingTable {
  size = 0;
  private hashes = new Float64Array(1024);
  private counts = new Uint8Array(1024);

  /** Returns how often the key has been added, this time included. */
  add(key: string): number {
    if (this.size * 2 >= this.hashes.length) this.grow();
    const slot = this.findSlot(this.hashes, toHash(key));
    if (this.hashes[slot] === 0) this.size += 1;
    this.hashes[slot] = toHash(key);
    const count = Math.min((this.counts[slot] ?? 0) + 1, countMax);
    this.counts[slot] = count;
    return count;
  }

  private findSlot(hashes: Float64Array, hash: number): number {
    const mask = hashes.length - 1;
    let slot = hash % hashes.length;
    while (hashes[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  private grow(): void {
    const hashes = new Float64Array(this.hashes.length * 2);
    const counts = new Uint8Array(hashes.length);
    this.hashes.forEach((hash, position) => {
      if (hash === 0) return;
      const slot = this.findSlot(hashes, hash);
      hashes[slot] = hash;
      counts[slot] = this.counts[position] ?? 0;
    });
    this.hashes = hashes;
    this.counts = counts;
  }
}

/** cyrb53; never 0, which marks an empty slot. */
function toHash(key: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let position = 0; position < key.length; position += 1) {
    const unit = key.charCodeAt(position);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0) || 1;
}
