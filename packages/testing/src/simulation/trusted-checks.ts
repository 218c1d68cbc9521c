import { toHex } from '@holdfast/base';
import type { Account } from '@holdfast/client/inspect';
import type { AccountId } from '@holdfast/protocol';
import type { Primitives, Share } from '@holdfast/vault';
import { openShare, shareCommitment } from '@holdfast/vault';
import type { Person } from './person.ts';
import { keeps } from './trust.ts';
import type { Armed } from './trusted-log.ts';
import type { World } from './world.ts';

/** [SIM-11] What somebody said they keep is on each of their phones, and what is armed is what was chosen. */
export function checkTrusted(world: World): void {
  const { trust } = world;
  for (const { device, id, certain } of trust.yeses) {
    // Another phone of theirs that had not heard the yes may have said no. The last word holds, and it may be either.
    if (!certain || [...trust.noes].some((no) => no.id === id && no.person === device.person)) continue;
    for (const other of device.person.live())
      if (other.account && !keeps(other.account, id))
        world.violate(`[SIM-11] ${other.name} lost a share that was kept on ${device.name}`);
  }
  checkToldOfShares(world);
  for (const { accountId, needed, waitHours, approvers } of trust.log.everArmed) {
    const isChosen = trust.chosen.some(
      (choice) =>
        choice.account === accountId &&
        choice.needed === needed &&
        choice.waitHours === waitHours &&
        choice.people.length === approvers.size,
    );
    if (!isChosen) world.violate(`[SIM-11] people were armed whom ${accountId} did not choose so`);
  }
}

/** [SIM-11] Whoever gave a share that still lies in the pair is told what the phones of its keeper hold. */
function checkToldOfShares(world: World): void {
  const giving = world.people.flatMap((person) => person.live());
  for (const keeper of world.devices)
    for (const { id, fields } of keeper.account?.home.store.list('held-share') ?? [])
      for (const { account, name } of giving) {
        if (account?.accountId !== fields['owner']) continue;
        for (const { record, replica } of account!.spaces.values()) {
          const isTheirs = record.role === 'peer' && record.contact === keeper.account!.accountId;
          if (!isTheirs || !replica.store.get('trusted-share', id)) continue;
          world.count('answers compared');
          if (replica.store.get('trusted-answer', id)?.fields['yes'] !== fields['yes'])
            world.violate(`[SIM-11] ${name} is not told what ${keeper.name} says to a share`);
        }
      }
}

interface Holding {
  readonly person: Person;
  readonly share: Share;
}

/** Shares of an arrangement, with whoever's phones ever held them. Knows no rule: it opens what a key opens. */
function holdingsOf(world: World, { accountId: owner, approvers }: Armed): Holding[] {
  return world.people.flatMap((person) => {
    const found = new Map<string, Share>();
    for (const { known } of person.devices)
      for (const share of known ? sharesOn(world.primitives, known, owner) : []) {
        const approver = toHex(world.primitives.signKeys(share.approverSeed).publicKey);
        if (approvers.has(approver)) found.set(approver, share);
      }
    return [...found.values()].map((share) => ({ person, share }));
  });
}

function sharesOn(p: Primitives, account: Account, owner: AccountId): Share[] {
  const kept = account.home.store
    .list('held-share')
    .flatMap(({ fields }) => (fields['owner'] === owner ? [fields as unknown as Share] : []));
  const sent = [...account.spaces.values()].flatMap(({ replica }) =>
    replica.store.list('trusted-share').flatMap(({ id, fields }) => {
      const of = {
        owner,
        configId: Uint8Array.from(id.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16)),
      };
      return account.vault.encryptionSeeds.flatMap(
        ({ seed }) => openShare(p, seed, of, fields['sealed'] as Uint8Array) ?? [],
      );
    }),
  );
  return [...kept, ...sent];
}

/**
 * [SIM-11] Fewer people than were agreed come to nothing, with every share their phones ever held of any arrangement
 * of that person. Enough of them come to the people's half: the attacker knows how.
 */
export function checkShares(world: World): void {
  const p = world.primitives;
  const all = world.trust.log.everArmed.map((armed) => ({ armed, holdings: holdingsOf(world, armed) }));
  for (const { armed, holdings } of all) {
    const holders = [...new Set(holdings.map(({ person }) => person))];
    world.count('arrangements');
    for (const holder of holders)
      if (holdings.filter(({ person }) => person === holder).length > 1)
        world.violate(`[SIM-11] ${holder.name} holds two shares of one arrangement`);
    for (const few of subsets(holders)) {
      if (few.length === 0 || few.length > armed.needed) continue;
      const isEnough = few.length === armed.needed;
      const pool = isEnough
        ? holdings
        : all.flatMap((one) => (one.armed.accountId === armed.accountId ? one.holdings : []));
      const shares = pool.filter(({ person }) => few.includes(person)).map(({ share }) => share);
      const opened = comesTo(p, holdings[0]!.share.commitment, shares);
      const names = few.map(({ name }) => name).join();
      if (opened && isEnough) world.count('halves opened by enough people');
      else if (opened) world.violate(`[SIM-11] ${names} come to a half that ${armed.needed} are needed for`);
      else if (isEnough) world.violate(`[SIM-11] ${names} do not come to their half`);
    }
  }
}

/** Whether any choice of these shares comes to what this commitment is of. */
function comesTo(p: Primitives, commitment: Uint8Array, shares: readonly Share[]): boolean {
  const wanted = toHex(commitment);
  return subsets(shares).some(
    (some) => some.length > 1 && toHex(shareCommitment(p, atZero(some.map(({ share }) => share)))) === wanted,
  );
}

/** The value at 0 of the polynomials through these points, byte by byte, over GF(2^8). A share ends with its place. */
function atZero(shares: readonly Uint8Array[]): Uint8Array {
  const places = shares.map((share) => share[32]!);
  const whole = new Uint8Array(32);
  for (const [i, share] of shares.entries()) {
    const factor = places.reduce(
      (product, x, j) => (j === i ? product : times(product, times(x, inverse(x ^ places[i]!)))),
      1,
    );
    for (let at = 0; at < 32; at++) whole[at]! ^= times(share[at]!, factor);
  }
  return whole;
}

function times(a: number, b: number): number {
  let product = 0;
  for (let x = a, y = b; y > 0; y >>= 1, x = (x << 1) ^ (x & 0x80 ? 0x11b : 0)) if (y & 1) product ^= x;
  return product;
}

/** x^254, which is 1/x. */
const inverse = (x: number): number => {
  let power = 1;
  for (let n = 0; n < 254; n++) power = times(power, x);
  return power;
};

/** Every choice of some of them. Of more than eight the latest eight are looked at. */
const subsets = <T>(items: readonly T[]): T[][] =>
  items.slice(-8).reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
