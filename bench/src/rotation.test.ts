import { systemRandom, unwrap } from '@holdfast/base';
import type { Category } from '@holdfast/recovery';
import { CATEGORIES } from '@holdfast/recovery';
import { sodiumPrimitives } from '@holdfast/vault/sodium';
import { expect, it } from 'vitest';
import { CHECK_IN, household } from './accounts.ts';
import { keepTo } from './budgets.ts';

const PEOPLE = 20;
/** Ten spaces, each with keys of its own. */
const SHARED = (Object.keys(CATEGORIES) as Category[]).slice(0, 10);

it('a phone that is shut out has every key behind it renewed in time: 10 spaces, 20 people in each', async () => {
  const primitives = await sodiumPrimitives(systemRandom);
  const { buy } = household(primitives);
  const [sam, thief] = [buy(), buy()];
  unwrap(await sam.api.start('own', CHECK_IN.day));
  for (let n = 0; n < PEOPLE; n++) {
    const guest = buy();
    const { id, ticket } = unwrap(await sam.api.invite({ name: `Guest ${n}`, how: 'qr', language: 'en' }));
    unwrap(await guest.api.start('supporter', CHECK_IN.day));
    unwrap(await guest.api.acceptInvite(ticket, `Guest ${n}`));
    unwrap(await guest.api.sync());
    unwrap(await sam.api.sync());
    const { contactId } = unwrap(await sam.api.confirmInvite(id));
    unwrap(await sam.api.confirmWords(contactId));
    for (const category of SHARED) unwrap(await sam.api.share(contactId, category, 30));
    unwrap(await sam.api.sync());
  }
  const card = unwrap(await sam.api.makeCard());
  unwrap(await sam.api.sync());
  unwrap(await thief.api.recover(card.qr));
  unwrap(await sam.api.sync());
  const [stranger] = (await sam.api.status()).newDevices;

  const started = performance.now();
  unwrap(await sam.api.shutOut(stranger!.id));
  unwrap(await sam.api.sync());
  const ms = performance.now() - started;
  expect(await sam.api.status()).toMatchObject({ onlyHere: 0, alarm: 'none', newDevices: [] });
  expect((await sam.api.circle()).filter(({ shares }) => shares.length === SHARED.length)).toHaveLength(
    PEOPLE,
  );
  keepTo('rotation.shut-out', ms);
});
