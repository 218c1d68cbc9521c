import type { TestClock } from '@holdfast/base';
import { unwrap } from '@holdfast/base';
import type { HoldfastApi } from '@holdfast/client';
import type { Phone } from '../household.ts';
import type { DemoCheckIn, DemoHousehold, DemoSupporter } from './household.ts';

/** An invented account and what opens it. */
export interface MadeAccount {
  readonly name: string;
  readonly relation: string;
  /** Seven groups of four letters, with spaces between. */
  readonly code: string;
}

export interface MadeHousehold {
  /** Sam first. */
  readonly accounts: readonly MadeAccount[];
  readonly phones: readonly Phone[];
}

export interface Moment {
  /** Ms since 1970. */
  readonly now: number;
  /** Ms that local time is ahead of UTC. */
  readonly aheadOfUtc: number;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

/**
 * Makes the household through the same calls that the app makes. `buy` answers a new phone; its clock is set back to
 * write the weeks before, without signal, and forward again before anything is sent. Throws when the server refuses.
 */
export async function makeHousehold(
  household: DemoHousehold,
  buy: () => Phone,
  moment: Moment,
): Promise<MadeHousehold> {
  const owner = buy();
  await writeWeeks(owner, household, moment);
  unwrap(await owner.api.setName(household.owner));
  for (const person of household.peopleToRing) unwrap(await owner.api.save('person', person));
  unwrap(await owner.api.setTodayLine(household.todayLine));
  unwrap(await owner.api.sync());

  const accounts = [await account(owner.api, household.owner, household.relation)];
  const phones = [owner];
  for (const supporter of household.supporters) {
    const guest = buy();
    guest.clock.jumpTo(moment.now);
    await meet(owner.api, guest.api, household, supporter, dayOf(moment, 0));
    accounts.push(await account(guest.api, supporter.name, supporter.relation));
    phones.push(guest);
  }
  unwrap(await owner.api.sync());
  return { accounts, phones };
}

async function writeWeeks({ api, clock }: Phone, household: DemoHousehold, moment: Moment): Promise<void> {
  const oldest = household.checkIns[0];
  if (oldest !== undefined) setTo(clock, oldest, moment);
  unwrap(await api.start('own', dayOf(moment, household.begunDaysAgo)));
  for (const entry of household.checkIns) {
    setTo(clock, entry, moment);
    const { daysAgo, minute: _, ...answers } = entry;
    unwrap(await api.checkIn({ ...answers, day: dayOf(moment, daysAgo) }));
  }
  clock.jumpTo(moment.now);
}

/** Nothing is written in the future, also when the demo runs before the hour of today's check-in. */
function setTo(clock: TestClock, { daysAgo, minute }: DemoCheckIn, moment: Moment): void {
  const at = midnight(moment) - daysAgo * DAY + minute * MINUTE;
  clock.jumpTo(Math.min(at, moment.now - MINUTE));
}

async function meet(
  owner: HoldfastApi,
  guest: HoldfastApi,
  { language }: DemoHousehold,
  { name, how, days }: DemoSupporter,
  today: string,
): Promise<void> {
  const { id, ticket } = unwrap(await owner.invite({ name, how, language }));
  unwrap(await guest.start('supporter', today));
  unwrap(await guest.acceptInvite(ticket, name));
  unwrap(await guest.sync());
  unwrap(await owner.sync());
  const { contactId } = unwrap(await owner.confirmInvite(id));
  unwrap(await owner.share(contactId, 'today', days));
  unwrap(await owner.sync());
  unwrap(await guest.sync());
}

async function account(api: HoldfastApi, name: string, relation: string): Promise<MadeAccount> {
  const { groups } = unwrap(await api.makeCard());
  unwrap(await api.sync());
  return { name, relation, code: groups.join(' ') };
}

/** The start of the local day, ms since 1970. */
const midnight = ({ now, aheadOfUtc }: Moment): number =>
  Math.floor((now + aheadOfUtc) / DAY) * DAY - aheadOfUtc;

/** The local calendar day so many days ago, YYYY-MM-DD. */
const dayOf = (moment: Moment, daysAgo: number): string =>
  new Date(midnight(moment) + moment.aheadOfUtc - daysAgo * DAY).toISOString().slice(0, 10);
