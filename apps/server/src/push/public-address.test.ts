import { describe, expect, it } from 'vitest';
import { isPublicAddress, publicLookup } from './public-address.ts';

describe('addresses that may be pushed to', () => {
  it.each(['8.8.8.8', '17.188.1.1', '192.1.2.3', '172.32.0.1', '100.128.0.1', '2a00:1450:4009::200e'])(
    '[PSH-5] %s is public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '127.9.9.9',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'localhost',
    '',
  ])('[PSH-5] %s is not', (address) => expect(isPublicAddress(address)).toBe(false));

  it.each([{}, { all: true }, { family: 4 }])(
    '[PSH-5] a name that resolves inwards is refused, asked with %o',
    async (options) => {
      const refused = await new Promise((resolve) =>
        publicLookup('localhost', options, (error, address) => resolve([error?.code, address])),
      );
      expect(refused).toEqual(['EHOSTUNREACH', []]);
    },
  );
});
