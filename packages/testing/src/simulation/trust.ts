import { toHex } from '@holdfast/base';
import type { RecoveryWait } from '@holdfast/client';
import type { Account } from '@holdfast/client/inspect';
import type { AccountId } from '@holdfast/protocol';
import type { Primitives } from '@holdfast/vault';
import type { Device } from './device.ts';
import type { Person } from './person.ts';
import { TrustedLog } from './trusted-log.ts';
import type { World } from './world.ts';

/** People somebody chose, as they were told it. */
export interface Choice {
  readonly account: AccountId;
  readonly people: readonly AccountId[];
  readonly needed: number;
  readonly waitHours: RecoveryWait;
}

/** An arrangement that is in force as far as its person can know. */
export interface Arranged extends Choice {
  readonly id: string;
  readonly half: string;
}

/** A share somebody said that they keep. */
export interface Yes {
  readonly device: Device;
  readonly owner: AccountId;
  readonly id: string;
  certain: boolean;
  synced: boolean;
}

export interface No {
  readonly person: Person;
  readonly id: string;
}

/** Trusted people of a run, as a perfect memory knows them. */
export class Trust {
  readonly log: TrustedLog;
  readonly chosen: Choice[] = [];
  readonly yeses: Yes[] = [];
  /** Shares somebody said no to, or may have. */
  readonly noes = new Set<No>();
  /** Phones with nothing on them that want to be let in by people. */
  readonly seeking = new Set<Device>();
  /** Those of them that tried to come in. */
  readonly tried = new Set<Device>();
  readonly gaveUp = new Set<Person>();
  /** People whose other phones were all shut out at the server, for one that was let in. */
  readonly letIn = new Set<Person>();
  /** Six words that somebody was read out as they are. */
  readonly readOut = new Set<string>();
  readonly #arranged = new Map<Person, Arranged>();
  readonly #changes = new Map<Person, number>();

  constructor(p: Primitives) {
    this.log = new TrustedLog(p);
  }

  /** Something began that may end what was arranged. */
  changes(person: Person): number {
    const count = (this.#changes.get(person) ?? 0) + 1;
    this.#changes.set(person, count);
    this.#arranged.delete(person);
    return count;
  }
  /** A choice was made and nothing else was changed meanwhile. */
  arranged(person: Person, change: number, account: Account | undefined, choice: Choice): void {
    const set = account?.home.store.get('trusted', 'own')?.fields['set'] as
      { readonly configId: Uint8Array; readonly half: Uint8Array } | undefined;
    if (set && change === this.#changes.get(person))
      this.#arranged.set(person, { ...choice, id: toHex(set.configId), half: toHex(set.half) });
  }
  /** What stands now at the server too. */
  standing(person: Person): Arranged | undefined {
    const arranged = this.#arranged.get(person);
    const armed = arranged && this.log.armedBy(arranged.account);
    return armed && toHex(armed.half) === arranged.half ? arranged : undefined;
  }
}

export const keeps = (account: Account, share: string): boolean =>
  account.home.store.get('held-share', share)?.fields['yes'] === true;

/** Phones of the people who were chosen that keep a share of this arrangement, one of each person. */
export function helpersFor(world: World, { people, id }: Arranged): Device[] {
  return world.people.flatMap((person) => {
    if (!person.accountId || !people.includes(person.accountId)) return [];
    return person.live().find(({ known }) => known && keeps(known, id)) ?? [];
  });
}

/** Whether somebody without a phone could be let in by the people they chose. */
export function mayComeBack(world: World, person: Person): boolean {
  const arranged = world.trust.standing(person);
  return arranged !== undefined && helpersFor(world, arranged).length >= arranged.needed;
}
