/**
 * Canaries: words that nobody would write by chance, put into everything a person writes, and then looked for in
 * everything that left the phone. A hit in any usual disguise means that something leaked.
 */
export interface CanaryHit {
  readonly canary: string;
  readonly disguise: string;
  /** Offset in the scanned bytes. */
  readonly at: number;
}

/** The forms a text takes on its way: as it is, in hexadecimal, in base64 at each of its three alignments, in UTF-16. */
export function disguises(text: string): ReadonlyMap<string, Buffer> {
  const raw = Buffer.from(text, 'utf8');
  const forms = new Map<string, Buffer>([
    ['utf-8', raw],
    ['hex', Buffer.from(raw.toString('hex'))],
    ['HEX', Buffer.from(raw.toString('hex').toUpperCase())],
    ['utf-16le', Buffer.from(text, 'utf16le')],
    ['utf-16be', Buffer.from(text, 'utf16le').swap16()],
    ['reversed', Buffer.from([...text].toReversed().join(''))],
  ]);
  for (let shift = 0; shift < 3; shift++) {
    // Letters that also depend on neighbours are cut off at both ends.
    const whole = Buffer.concat([Buffer.alloc(shift), raw])
      .toString('base64')
      .replace(/=+$/, '');
    const inner = whole.slice(shift === 0 ? 0 : shift + 1, (raw.length + shift) % 3 === 0 ? undefined : -1);
    forms.set(`base64+${shift}`, Buffer.from(inner));
    const url = inner.replaceAll('+', '-').replaceAll('/', '_');
    if (url !== inner) forms.set(`base64url+${shift}`, Buffer.from(url));
  }
  return forms;
}

/** Every canary found in the bytes, in any disguise. */
export function findCanaries(canaries: readonly string[], bytes: Uint8Array): CanaryHit[] {
  const haystack = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return canaries.flatMap((canary) =>
    [...disguises(canary)].flatMap(([disguise, needle]) => {
      const at = haystack.indexOf(needle);
      return at < 0 ? [] : [{ canary, disguise, at }];
    }),
  );
}
