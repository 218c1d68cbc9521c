import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns';
import { BlockList, isIP } from 'node:net';
import type { LookupFunction } from 'node:net';

/**
 * Networks that are not the public internet: https://www.iana.org/assignments/iana-ipv4-special-registry and
 * -ipv6-special-registry, read 2026-11.
 */
const INNER = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  INNER.addSubnet(network, bits, 'ipv4');
/** Of IPv6 only what is given out as global unicast counts, without what stands in for something else. */
const GLOBAL = new BlockList();
GLOBAL.addSubnet('2000::', 3, 'ipv6');
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  INNER.addSubnet(network, bits, 'ipv6');

/** Whether an address, as text, is one of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !INNER.check(address, 'ipv4');
  return family === 6 && GLOBAL.check(address, 'ipv6') && !INNER.check(address, 'ipv6');
}

/**
 * [PSH-5] Looks a name up as Node does, and refuses it when any of its addresses is not public. It is asked at the moment
 * of connecting, so a name that changes its mind after a check gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    const [first] = found ?? [];
    if (error !== null || first === undefined) return callback(error ?? refusal(), []);
    if (!found.every(({ address }) => isPublicAddress(address))) return callback(refusal(), []);
    if (options.all === true) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

const refusal = (): NodeJS.ErrnoException =>
  Object.assign(new Error('Not a public address'), { code: 'EHOSTUNREACH' });
