import { describe, expect, it } from 'vitest';
import { disguises, findCanaries } from './canary.ts';

const CANARY = 'Kanarienvogel-7Q';

describe('canaries', () => {
  it('are found in every disguise, wherever they stand', () => {
    const pad = (n: number) => Buffer.alloc(n, 'x');
    const hidden = [
      Buffer.from(CANARY),
      Buffer.from(Buffer.from(CANARY).toString('hex')),
      Buffer.from(CANARY, 'utf16le'),
      Buffer.from(CANARY, 'utf16le').swap16(),
      ...[0, 1, 2, 3].flatMap((n) =>
        [0, 1, 2].map((m) =>
          Buffer.from(Buffer.concat([pad(n), Buffer.from(CANARY), pad(m)]).toString('base64')),
        ),
      ),
      Buffer.from(Buffer.concat([pad(1), Buffer.from(CANARY), pad(4)]).toString('base64url')),
    ];
    for (const form of hidden)
      expect(findCanaries([CANARY], Buffer.concat([pad(11), form, pad(5)])), form.toString()).not.toEqual([]);
  });

  it('are not seen where they are not', () => {
    expect(findCanaries([CANARY], Buffer.from('Kanarienvogel-7'))).toEqual([]);
    expect(disguises(CANARY).size).toBeGreaterThanOrEqual(9);
  });
});
