/**
 * A 128-bit mixing hash with output of any length, for the fake primitives. Its rounds follow MurmurHash3_x86_128
 * (Appleby, public domain). It reads whole parts and mixes in the length of each, so that no two lists of parts
 * read alike. It spreads every bit well and resists nobody.
 */
const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;

const rotate = (x: number, by: number): number => (x << by) | (x >>> (32 - by));

function finish(x: number): number {
  let h = x;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** `domain` keeps uses apart; `length` is in bytes. */
export function mix(domain: number, parts: readonly Uint8Array[], length: number): Uint8Array {
  let h1 = finish(domain + 1);
  let h2 = h1 ^ 0x9e3779b9;
  let h3 = h1 ^ 0x7f4a7c15;
  let h4 = h1 ^ 0x85ebca77;
  for (const part of parts) {
    const count = load(part);
    const words = scratchWords;
    for (let at = 0; at < count; at += 4) {
      h1 ^= Math.imul(rotate(Math.imul(words[at]!, C1), 15), C2);
      h1 = (Math.imul(rotate(h1, 19) + h2, 5) + 0x561ccd1b) | 0;
      h2 ^= Math.imul(rotate(Math.imul(words[at + 1]!, C2), 16), C3);
      h2 = (Math.imul(rotate(h2, 17) + h3, 5) + 0x0bcaa747) | 0;
      h3 ^= Math.imul(rotate(Math.imul(words[at + 2]!, C3), 17), C4);
      h3 = (Math.imul(rotate(h3, 15) + h4, 5) + 0x96cd1c35) | 0;
      h4 ^= Math.imul(rotate(Math.imul(words[at + 3]!, C4), 18), C1);
      h4 = (Math.imul(rotate(h4, 13) + h1, 5) + 0x32ac3b17) | 0;
    }
    // The length tells the zeros that fill the last word from zeros in the part.
    h1 = ((h1 ^ part.length) + h2 + h3 + h4) | 0;
    h2 = finish(h2 + h1);
    h3 = finish(h3 + h1);
    h4 = finish(h4 + h1);
    h1 = finish(h1);
  }
  const out = new Int32Array(((length + 15) >> 4) << 2);
  for (let at = 0; at < out.length; at += 4) {
    // Each block of output depends on all four lanes: damage anywhere shows everywhere.
    const a = finish(h1 + Math.imul(at + 1, 0x9e3779b9));
    const b = finish(h2 ^ rotate(a, 7));
    const c = finish(h3 ^ rotate(b, 11));
    const d = finish(h4 ^ rotate(c, 17));
    out[at] = finish(a + d);
    out[at + 1] = finish(b + d);
    out[at + 2] = finish(c + d);
    out[at + 3] = d;
  }
  return new Uint8Array(out.buffer, 0, length);
}

/** The bytes with a stream grown from 16 bytes laid over them; done twice, they are as before. xorshift128 (Marsaglia 2003). */
export function xorWith(seed: Uint8Array, bytes: Uint8Array): Uint8Array {
  load(seed);
  let [x, y, z, w] = [scratchWords[0]!, scratchWords[1]!, scratchWords[2]!, scratchWords[3]!];
  const count = load(bytes);
  const words = scratchWords;
  for (let at = 0; at < count; at++) {
    const t = x ^ (x << 11);
    x = y;
    y = z;
    z = w;
    w = w ^ (w >>> 19) ^ t ^ (t >>> 8);
    words[at]! ^= w;
  }
  return scratch.slice(0, bytes.length);
}

/** Where a part is copied to be read by words. It holds nothing between two calls. */
let scratch = new Uint8Array(4096);
let scratchWords = new Int32Array(scratch.buffer);

/** Loads the bytes in this machine's order, zero-filled to a multiple of 16; the answer is how many words. */
function load(bytes: Uint8Array): number {
  const filled = (bytes.length + 15) & ~15;
  if (filled > scratch.length) {
    scratch = new Uint8Array(filled * 2);
    scratchWords = new Int32Array(scratch.buffer);
  }
  // Most parts are keys and hashes, for which `set` takes longer to begin than to copy.
  if (bytes.length > 64) scratch.set(bytes);
  else for (let at = 0; at < bytes.length; at++) scratch[at] = bytes[at]!;
  for (let at = bytes.length; at < filled; at++) scratch[at] = 0;
  return filled >> 2;
}
