import { seededRandom, TestClock, toHex, unwrap } from '@holdfast/base';
import type { Verb } from '@holdfast/protocol';
import { EvilServer } from '@holdfast/testing/evil-server';
import { FakeServer } from '@holdfast/testing/fake-server';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import type { Phone } from '@holdfast/testing/household';
import { phone } from '@holdfast/testing/household';
import { guestKeys, loginOf, openOffer, readTicket } from '@holdfast/vault';
import { beforeEach, describe, expect, it } from 'vitest';
import { accountBehind } from './client.ts';
import { readRecords } from './records.ts';

const DAY = '2026-11-21';
const HOUR = 3_600_000;
const primitives = fakePrimitives(seededRandom(5));

let clock: TestClock;
let evil: EvilServer;
/** Whether an answer is lost, to what the server did. */
let lost: (verb: Verb) => boolean;
let buy: () => Phone;
let sam: Phone;
let ana: Phone;
let ben: Phone;
let cleo: Phone;
let ids: string[];

const entry = (words: string) => ({ words, at: clock.now(), day: DAY, until: null });

/** Meets in the room, and compares the six words there. */
async function meet(owner: Phone, name: string, how: 'qr' | 'link' = 'qr'): Promise<[Phone, string]> {
  const other = buy();
  const { id, ticket } = unwrap(await owner.api.invite({ name, how, language: 'en' }));
  unwrap(await other.api.start('supporter', DAY));
  unwrap(await other.api.acceptInvite(ticket, name));
  unwrap(await other.api.sync());
  unwrap(await owner.api.sync());
  const { contactId } = unwrap(await owner.api.confirmInvite(id));
  unwrap(await owner.api.sync());
  unwrap(await other.api.sync());
  if (how === 'qr') unwrap(await owner.api.confirmWords(contactId));
  return [other, contactId];
}

beforeEach(async () => {
  clock = new TestClock();
  const { sha256, verify } = primitives;
  evil = new EvilServer(new FakeServer({ random: seededRandom(99), clock, sha256, verify }));
  lost = () => false;
  const real = evil.transportFor();
  const transport: typeof real = {
    ...real,
    async call(verb, request, token) {
      const answer = await real.call(verb, request, token);
      return lost(verb) ? { ok: false, error: { error: 'offline' } } : answer;
    },
  };
  buy = () => phone({ primitives, transport, clock });
  sam = buy();
  unwrap(await sam.api.start('own', DAY));
  unwrap(await sam.api.setName('Sam'));
  const met = [await meet(sam, 'Ana'), await meet(sam, 'Ben'), await meet(sam, 'Cleo')];
  [ana, ben, cleo] = met.map(([one]) => one) as [Phone, Phone, Phone];
  ids = met.map(([, id]) => id);
});

/** Sam chooses all three, two of whom are needed, and these say yes. */
async function setUp(...yes: readonly Phone[]): Promise<void> {
  unwrap(await sam.api.chooseTrusted({ contactIds: ids, needed: 2, waitHours: 48 }));
  for (const one of yes) {
    unwrap(await one.api.sync());
    const [asked] = await one.api.heldShares();
    expect(asked).toMatchObject({ name: 'Sam', state: 'asked' });
    unwrap(await one.api.answerShare(asked!.id, true));
    unwrap(await one.api.sync());
  }
  unwrap(await sam.api.sync());
}
const codeOf = async (one: Phone): Promise<string> => (await one.api.heldShares())[0]!.callCode!.join(' ');
const samFor = async (one: Phone): Promise<string> => (await one.api.heldShares())[0]!.contactId;
const helps = async (one: Phone, words: readonly string[]) =>
  one.api.approveRecovery(await samFor(one), words.join(' '));

/** The request that a phone shows. */
const shownTo = async (one: Phone): Promise<string> => (await one.api.status()).recoveryAsked?.id ?? '';

describe('trusted people', () => {
  it('are people whose phone was seen to be theirs; they answer, and learn nothing of each other', async () => {
    const [, dee] = await meet(sam, 'Dee', 'link');
    const choose = (contactIds: string[], needed = 2) =>
      sam.api.chooseTrusted({ contactIds, needed, waitHours: 24 });
    for (const refused of [[ids[0]!], [...ids.slice(0, 1), dee], [ids[0]!, ids[0]!], [ids[0]!, 'nobody']])
      expect(await choose(refused)).toMatchObject({ ok: false, error: { code: 'refused' } });
    expect(await choose(ids, 4)).toMatchObject({ ok: false });
    expect(await choose(ids, 1)).toMatchObject({ ok: false });
    expect((await sam.api.trusted()).possible.map(({ name }) => name)).toEqual(
      expect.not.arrayContaining(['Dee']),
    );
    await setUp(ana);
    unwrap(await ben.api.sync());
    unwrap(await ben.api.answerShare((await ben.api.heldShares())[0]!.id, false));
    unwrap(await ben.api.sync());
    unwrap(await sam.api.sync());
    expect(await sam.api.trusted()).toMatchObject({
      needed: 2,
      waitHours: 48,
      ready: false,
      off: false,
      people: [
        { name: 'Ana', answer: 'yes' },
        { name: 'Ben', answer: 'no' },
        { name: 'Cleo', answer: 'waiting' },
      ],
    });
    expect(await ben.api.heldShares()).toEqual([]);
    const [held] = await ana.api.heldShares();
    expect(Object.keys(held!).toSorted()).toEqual(['callCode', 'contactId', 'id', 'name', 'state']);
    // The share stays when Ana's keys change, and comes back to a new phone of hers.
    const card = unwrap(await ana.api.makeCard());
    const next = buy();
    unwrap(await next.api.recover(card.qr));
    expect(await next.api.heldShares()).toEqual([held]);
  });

  it('ATK-26 let a person back in on a new phone: two calls, six words, the wait, and everything but the journal', async () => {
    await setUp(ana, ben);
    expect((await sam.api.trusted()).ready).toBe(true);
    expect((await sam.api.status()).waysBack).toEqual({ card: 'none', phone: false, people: true });
    unwrap(await sam.api.save('person', { name: 'Maria', number: '087 123' }));
    unwrap(await sam.api.save('journal-entry', entry('For nobody.')));
    unwrap(await sam.api.share(ids[0]!, 'today', 30));
    unwrap(await sam.api.setTodayLine('Before.'));
    unwrap(await sam.api.sync());
    unwrap(await ana.api.sync());

    const next = buy();
    expect(await next.api.askBack('0000 0000 0001', 'en')).toMatchObject({ error: { code: 'code' } });
    unwrap(await next.api.askBack((await codeOf(ana)).toLowerCase(), 'es'));
    expect((await next.api.status()).backIn).toBe(true);
    const { words, standing } = (await next.api.backIn())!;
    expect(words).toHaveLength(6);
    expect(standing).toMatchObject({ state: 'open', approvals: 0, enough: false, ready: false });
    const turned = [words[1]!, words[0]!, ...words.slice(2)];
    for (const wrong of [turned, words.slice(0, 5), [], [...words, 'more']])
      expect(await helps(ana, wrong)).toEqual({ ok: false, error: { code: 'different' } });
    // As people type: capitals, no accents, commas.
    const typed = words.map((word) => word.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase());
    unwrap(await ana.api.approveRecovery(await samFor(ana), ` ${typed.join(', ')}`));
    unwrap(await helps(ana, words));
    expect(await next.api.comeBack()).toMatchObject({ error: { code: 'refused' } });
    unwrap(await helps(ben, words));
    expect((await next.api.backIn())!.standing).toMatchObject({ approvals: 2, enough: true, ready: false });
    clock.advance(47 * HOUR);
    expect(await next.api.comeBack()).toMatchObject({ error: { code: 'refused' } });
    clock.advance(2 * HOUR);

    // The phone was closed meanwhile.
    const later = next.reopen();
    expect((await later.api.backIn())!.words).toEqual(words);
    unwrap(await later.api.comeBack());
    expect(await later.api.status()).toMatchObject({ phase: 'open', backIn: false, alarm: 'none' });
    expect(await later.api.records('person')).toMatchObject([{ name: 'Maria' }]);
    expect(await later.api.todayLine()).toBe('Before.');
    expect(await later.api.records('journal-entry')).toEqual([]);
    unwrap(await later.api.save('journal-entry', entry('A new page.')));
    unwrap(await later.api.sync());
    expect(await later.api.records('journal-entry')).toMatchObject([{ words: 'A new page.' }]);
    expect((await later.api.devices()).filter(({ revoked }) => !revoked)).toMatchObject([{ own: true }]);
    expect(await later.api.trusted()).toMatchObject({ needed: 0, people: [] });

    // The old phone is out, and people go on with the new one.
    expect(await sam.api.sync()).toMatchObject({ ok: false });
    expect((await sam.api.status()).phase).toBe('shut-out');
    unwrap(await later.api.setTodayLine('After.'));
    unwrap(await later.api.sync());
    for (let n = 0; n < 2; n++) unwrap(await ana.api.sync());
    const day = Math.floor(clock.now() / 86_400_000);
    expect(await ana.api.sharedWithMe()).toMatchObject([{ name: 'Sam', line: 'After.', cameBack: day }]);
    expect(await ana.api.status()).toMatchObject({ alarm: 'none' });
    // What Ana and Ben hold opens nothing any more.
    expect(await helps(ana, words)).toEqual({ ok: false, error: { code: 'nobody' } });
    expect(evil.server.state.recoveries.size).toBe(0);
  });

  it('ATK-27 an old phone in use stops the time and asks; "that is me" lets it run on, "not me" ends it', async () => {
    await setUp(ana, ben);
    clock.advance(3 * HOUR);
    const thief = buy();
    unwrap(await thief.api.askBack(await codeOf(ana), 'en'));
    const { words } = (await thief.api.backIn())!;
    for (const one of [ana, ben]) unwrap(await helps(one, words));
    clock.advance(20 * HOUR);
    unwrap(await sam.api.sync());
    const asked = (await sam.api.status()).recoveryAsked!;
    expect(asked).toMatchObject({ mine: false });
    expect(asked.begunAt).toBeLessThan(clock.now());
    // Open since before, and untouched: that is nobody in front of it.
    expect((await thief.api.backIn())!.standing).toMatchObject({ state: 'open' });
    const again = sam.reopen();
    unwrap(await again.api.unlock());
    unwrap(await again.api.sync());
    expect((await thief.api.backIn())!.standing).toMatchObject({ state: 'stopped' });
    clock.advance(40 * HOUR);
    expect(await thief.api.comeBack()).toMatchObject({ error: { code: 'refused' } });
    unwrap(await again.api.answerRecovery(true, await shownTo(again)));
    expect((await again.api.status()).recoveryAsked).toMatchObject({ mine: true });
    unwrap(await again.api.sync());
    const { standing } = (await thief.api.backIn())!;
    expect(standing).toMatchObject({ state: 'open', ready: false });
    unwrap(await again.api.answerRecovery(false, ''));
    expect(await again.api.status()).not.toHaveProperty('recoveryAsked');
    expect((await thief.api.backIn())!.standing).toMatchObject({ state: 'vetoed' });
    clock.advance(20 * 24 * HOUR);
    expect(await thief.api.comeBack()).toMatchObject({ error: { code: 'refused' } });
    expect(await thief.api.status()).toMatchObject({ phase: 'empty' });
    expect(await again.api.status()).toMatchObject({ phase: 'open' });
  });

  it('ATK-27 a page that is used, even one that lay open, counts as somebody being there', async () => {
    await setUp(ana, ben);
    const thief = buy();
    unwrap(await thief.api.askBack(await codeOf(ben), 'en'));
    clock.advance(5 * HOUR);
    unwrap(await sam.api.save('person', { name: 'Maria', number: '087 123' }));
    unwrap(await sam.api.sync());
    expect((await thief.api.backIn())!.standing).toMatchObject({ state: 'stopped' });
  });

  it('ATK-27 "that is me" speaks for the request that was shown, and for no other', async () => {
    await setUp(ana, ben);
    clock.advance(3 * HOUR);
    const own = buy();
    unwrap(await own.api.askBack(await codeOf(ana), 'en'));
    unwrap(await sam.api.sync());
    const shown = await shownTo(sam);
    const thief = buy();
    unwrap(await thief.api.askBack(await codeOf(ana), 'en'));
    const { words } = (await thief.api.backIn())!;
    for (const one of [ana, ben]) unwrap(await helps(one, words));
    unwrap(await sam.api.sync());
    unwrap(await sam.api.answerRecovery(true, shown));
    // The other one is asked about next.
    expect((await sam.api.status()).recoveryAsked).toMatchObject({ mine: false });
    expect(await shownTo(sam)).not.toBe(shown);
    for (let n = 0; n < 40; n++) {
      clock.advance(75 * 60_000);
      unwrap(await sam.api.save('person', { name: `P${n}`, number: '087 123' }));
      unwrap(await sam.api.sync());
    }
    expect(await thief.api.comeBack()).toMatchObject({ ok: false });
    expect((await own.api.backIn())!.standing).toMatchObject({ state: 'open' });
  });

  it('ATK-27 a contact who has one space refused takes nobody’s alarm away', async () => {
    await setUp(ana, ben);
    const mallory = buy();
    const { id, ticket } = unwrap(await sam.api.invite({ name: 'Mallory', how: 'link', language: 'en' }));
    unwrap(await mallory.api.start('supporter', DAY));
    const { session } = accountBehind(mallory.api)!;
    const read = unwrap(readTicket(ticket));
    const found = await session.call('invite.open', { inviteId: read.inviteId }, [
      guestKeys(primitives, read),
    ]);
    const { offer } = unwrap(openOffer(primitives, read, unwrap(found).offer));
    // Begins the pair's space under a key of her own, before Sam says yes.
    const own = primitives.signKeys(primitives.random(32));
    unwrap(await session.call('space.create', { spaceId: offer.spaceId, adminKey: own.publicKey }, [own]));
    unwrap(await mallory.api.acceptInvite(ticket, 'Mallory'));
    unwrap(await mallory.api.sync());
    unwrap(await sam.api.sync());
    unwrap(await sam.api.confirmInvite(id));
    await sam.api.sync();
    clock.advance(3 * HOUR);
    const thief = buy();
    unwrap(await thief.api.askBack(await codeOf(ana), 'en'));
    clock.advance(HOUR);
    unwrap(await sam.api.save('person', { name: 'Maria', number: '087 123' }));
    await sam.api.sync();
    expect((await sam.api.status()).recoveryAsked).toBeDefined();
    expect((await thief.api.backIn())!.standing).toMatchObject({ state: 'stopped' });
  });

  it('[TRU-7] open also where one of them sent something wrong: somebody else’s yes makes up for it', async () => {
    await setUp(ana, ben);
    unwrap(await cleo.api.sync());
    unwrap(await cleo.api.answerShare((await cleo.api.heldShares())[0]!.id, true));
    for (const one of [cleo, sam]) unwrap(await one.api.sync());
    const next = buy();
    unwrap(await next.api.askBack(await codeOf(ben), 'en'));
    const { words } = (await next.api.backIn())!;
    // Ana's app is altered.
    const { home, session } = accountBehind(ana.api)!;
    const [share] = readRecords('held-share', home.store.list('held-share'));
    const approver = primitives.signKeys(share!.approverSeed);
    const approverKey = approver.publicKey;
    const { locator } = loginOf(primitives, share!.callCode);
    const { requests } = unwrap(await session.call('recovery.look', { locator, approverKey }, [approver]));
    const wrong = { requestId: requests[0]!.requestId, approverKey, sealed: primitives.random(1300) };
    unwrap(await session.call('recovery.approve', wrong, [approver]));
    unwrap(await helps(ben, words));
    clock.advance(50 * HOUR);
    expect(await next.api.comeBack()).toMatchObject({ error: { code: 'refused' } });
    unwrap(await helps(cleo, words));
    unwrap(await next.api.comeBack());
    expect(await next.api.status()).toMatchObject({ phase: 'open' });
  });

  it('stay with a new card that is made on a phone which has not read of them yet', async () => {
    await setUp(ana, ben);
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.sync());
    const next = buy();
    lost = (verb) => verb === 'space.pull';
    await next.api.recover(card.qr);
    expect(accountBehind(next.api)!.trusted.methodId).toBeUndefined();
    lost = () => false;
    unwrap(await next.api.makeCard());
    for (let n = 0; n < 2; n++) unwrap(await next.api.sync());
    expect(await next.api.trusted()).toMatchObject({ ready: true });
    expect(accountBehind(next.api)!.vault.methods.map(({ type }) => type)).toContain('trusted');
  });

  it('[TRU-7] open for somebody who taps twice, and whose line is cut just then', async () => {
    await setUp(ana, ben);
    const next = buy();
    unwrap(await next.api.askBack(await codeOf(ana), 'en'));
    const { words } = (await next.api.backIn())!;
    for (const one of [ana, ben]) unwrap(await helps(one, words));
    clock.advance(50 * HOUR);
    let cut = 0;
    lost = (verb) => verb === 'account.write' && ++cut === 1;
    await Promise.all([next.api.comeBack(), next.api.comeBack()]);
    lost = () => false;
    if ((await next.api.status()).phase !== 'open') unwrap(await next.api.comeBack());
    expect(await next.api.status()).toMatchObject({ phase: 'open', alarm: 'none' });
    expect(cut).toBeGreaterThan(0);
  });

  it('ATK-27 after a veto a day without requests, after three none, until people are chosen anew', async () => {
    await setUp(ana, ben);
    const ask = async () => buy().api.askBack(await codeOf(ana), 'en');
    for (let n = 0; n < 3; n++) {
      unwrap(await ask());
      unwrap(await sam.api.answerRecovery(false, ''));
      expect(await ask()).toMatchObject({ error: { code: n < 2 ? 'stopped-lately' : 'turned-off' } });
      clock.advance(26 * HOUR);
    }
    expect(await ask()).toMatchObject({ error: { code: 'turned-off' } });
    unwrap(await sam.api.sync());
    expect(await sam.api.trusted()).toMatchObject({ off: true });
    unwrap(await sam.api.chooseTrusted({ contactIds: ids, needed: 2, waitHours: 24 }));
    // Whoever keeps a part keeps the next one too, without being asked again.
    for (const one of [ana, ben, sam]) unwrap(await one.api.sync());
    expect(await sam.api.trusted()).toMatchObject({ off: false, ready: true, waitHours: 24 });
    unwrap(await ask());
  });

  it('ATK-27 a server that went back to before a veto hears it again, from any phone of the account', async () => {
    await setUp(ana, ben);
    const second = buy();
    unwrap(await second.api.waitToBeLetIn('en').then(async (made) => sam.api.letIn(unwrap(made).ticket)));
    unwrap(await second.api.comeIn());
    const thief = buy();
    unwrap(await thief.api.askBack(await codeOf(ana), 'en'));
    const { words } = (await thief.api.backIn())!;
    for (const one of [ana, ben]) unwrap(await helps(one, words));
    const backup = evil.server.snapshot();
    clock.advance(40 * HOUR);
    unwrap(await sam.api.sync());
    unwrap(await sam.api.answerRecovery(false, ''));
    for (const one of [sam, second]) unwrap(await one.api.sync());
    clock.advance(9 * HOUR);
    evil.server.restore(backup);
    // A day is left at least, in which one of the phones comes by.
    expect((await thief.api.backIn())!.standing).toMatchObject({ state: 'open', enough: true, ready: false });
    expect(await thief.api.comeBack()).toMatchObject({ error: { code: 'refused' } });
    const again = second.reopen();
    unwrap(await again.api.unlock());
    unwrap(await again.api.sync());
    expect((await thief.api.backIn())!.standing).toMatchObject({ state: 'vetoed' });
    clock.advance(20 * 24 * HOUR);
    expect(await thief.api.comeBack()).toMatchObject({ error: { code: 'refused' } });
    expect(await again.api.status()).not.toHaveProperty('recoveryAsked');
  });

  it('ATK-27 choosing other people ends what is under way, and makes old shares useless', async () => {
    await setUp(ana, ben);
    const thief = buy();
    unwrap(await thief.api.askBack(await codeOf(ana), 'en'));
    const { words } = (await thief.api.backIn())!;
    for (const one of [ana, ben]) unwrap(await helps(one, words));
    const half = [...evil.server.state.recoveries.values()][0]!.half;
    unwrap(await sam.api.chooseTrusted({ contactIds: ids.slice(1), needed: 2, waitHours: 24 }));
    unwrap(await sam.api.sync());
    expect((await thief.api.backIn())!).toMatchObject({ over: true });
    expect([...evil.server.state.recoveries.values()][0]!.half).not.toEqual(half);
    // Ana was let go: her page looks as before, and her code leads nowhere.
    unwrap(await ana.api.sync());
    expect(await ana.api.heldShares()).toMatchObject([{ name: 'Sam', state: 'kept' }]);
    expect(await buy().api.askBack(await codeOf(ana), 'en')).toMatchObject({ error: { code: 'no-account' } });
    unwrap(await sam.api.stopTrusted());
    expect(evil.server.state.recoveries.size).toBe(0);
    expect(await sam.api.trusted()).toMatchObject({ needed: 0 });
    expect(accountBehind(sam.api)!.vault.methods.map(({ type }) => type)).toEqual(['device']);
  });

  it('[UNL-7] ATK-4 ATK-13 people who were let go open nothing again, whatever copy the server shows; keys are renewed', async () => {
    const account = accountBehind(sam.api)!;
    const { accounts } = evil.server.state;
    const keysNow = () => {
      const { master, own } = { ...account.vault, own: account.own };
      return [toHex(master.key), toHex(own.encryptionKey)];
    };
    unwrap(await sam.api.makeCard());
    const first = keysNow();
    await setUp(ana, ben);
    expect(keysNow()).toEqual(first);
    const row = accounts.get(account.accountId)!;
    for (const change of [
      () => sam.api.chooseTrusted({ contactIds: ids.slice(1), needed: 2, waitHours: 24 }),
      () => sam.api.stopTrusted(),
    ]) {
      const before = keysNow();
      unwrap(await change());
      for (const [i, key] of keysNow().entries()) expect(key).not.toBe(before[i]);
      const types = account.vault.methods.map(({ type }) => type);
      accounts.set(account.accountId, { ...row, version: accounts.get(account.accountId)!.version + 1 });
      for (const one of [sam, ana, ben, sam]) unwrap(await one.api.sync());
      expect(account.vault.methods.map(({ type }) => type)).toEqual(types);
      expect(await sam.api.status()).toMatchObject({ alarm: 'none', waysBack: { card: 'made' } });
      for (const one of [ana, ben]) expect(await one.api.status()).toMatchObject({ alarm: 'none' });
    }
    expect(account.vault.methods.map(({ type }) => type)).toEqual(['device', 'code']);
  });

  it('ATK-26 a server that skips the wait, or puts its own key in place of the phone’s, gets nothing', async () => {
    await setUp(ana, ben);
    const next = buy();
    unwrap(await next.api.askBack(await codeOf(ana), 'en'));
    const { words } = (await next.api.backIn())!;
    const [recovery] = evil.server.state.recoveries.values();
    const request = [...recovery!.requests.values()][0]!;
    const honest = request.sealKey;
    const own = primitives.random(32);
    Object.assign(request, { sealKey: primitives.kemPublicKey(own) });
    // The words are made from the key: what the phone shows is not what Ana's app expects.
    expect(await helps(ana, words)).toEqual({ ok: false, error: { code: 'different' } });
    Object.assign(request, { sealKey: honest });
    unwrap(await helps(ana, words));
    // The half is the server's own. One share of two, sealed to the phone, does not come to the rest.
    Object.assign(request, { case: { ...request.case, releasedHour: 1 } });
    expect(await next.api.comeBack()).toMatchObject({ error: { code: 'refused' } });
    expect(await next.api.status()).toMatchObject({ phase: 'empty' });
    // With all shares and another half the account is not found.
    Object.assign(request, { case: { ...request.case, releasedHour: null } });
    unwrap(await helps(ben, words));
    Object.assign(request, { case: { ...request.case, releasedHour: 1 } });
    Object.assign(recovery!, { half: primitives.random(32) });
    expect(await next.api.comeBack()).toMatchObject({ error: { code: 'no-account' } });
  });

  it('ATK-26 never sends a share, a word or the secret in a form that the server can read', async () => {
    await setUp(ana, ben);
    const next = buy();
    unwrap(await next.api.askBack(await codeOf(ana), 'en'));
    const { words } = (await next.api.backIn())!;
    for (const one of [ana, ben]) unwrap(await helps(one, words));
    const shares = [ana, ben].map((one) => {
      const { store } = accountBehind(one.api)!.home;
      return store.list('held-share')[0]!.fields['share'] as Uint8Array;
    });
    const said = evil.heard.flatMap(({ request }) =>
      Object.values(request as object).map((value) =>
        value instanceof Uint8Array ? Buffer.from(value) : Buffer.from(JSON.stringify(value) ?? ''),
      ),
    );
    expect(said.length).toBeGreaterThan(100);
    for (const bytes of said)
      for (const share of shares) expect(bytes.includes(Buffer.from(share))).toBe(false);
    // One of the six may be a word that the protocol uses itself.
    const heard = words.filter((word) => said.some((bytes) => bytes.includes(`"${word}"`)));
    expect(heard.length).toBeLessThan(2);
    // Whoever helps is in a session that proves nothing else.
    const looks = evil.heard.filter(({ verb }) => verb === 'recovery.look');
    expect(looks).toHaveLength(2);
  });

  it('[TRU-8] somebody who is held, left with one line, or went on with another account counts no more', async () => {
    await setUp(ana, ben);
    const answers = async () => (await sam.api.trusted()).people.map(({ answer }) => answer);
    const isReady = async () => [
      (await sam.api.trusted()).ready,
      (await sam.api.status()).waysBack.people,
      (await sam.api.status()).backedUp,
    ];
    const card = unwrap(await sam.api.makeCard());
    unwrap(await sam.api.sync());
    expect(await sam.api.checkCard(0, card.groups[0]!)).toMatchObject({ ok: true });
    expect(await isReady()).toEqual([true, true, true]);
    unwrap(await sam.api.holdContact(ids[0]!));
    expect(await answers()).toEqual(['over', 'yes', 'waiting']);
    expect(await isReady()).toEqual([false, false, false]);
    unwrap(await sam.api.confirmNumbers(ids[0]!));
    expect(await isReady()).toEqual([true, true, true]);
    unwrap(await sam.api.goQuiet(ids[1]!, 'All right here.'));
    expect(await answers()).toEqual(['yes', 'over', 'waiting']);
    unwrap(await sam.api.share(ids[1]!, 'today', 7));
    expect(await answers()).toEqual(['yes', 'yes', 'waiting']);
    // Ana begins again from nothing.
    const [, next] = await meet(sam, 'Ana again');
    unwrap(await sam.api.putInPlaceOf(next, ids[0]!));
    expect(await answers()).toEqual(['over', 'yes', 'waiting']);
    expect(await isReady()).toEqual([false, false, false]);
    expect((await sam.api.trusted()).possible.map(({ name }) => name).toSorted()).toEqual([
      'Ana again',
      'Ben',
      'Cleo',
    ]);
    // To share anew is for the person to do.
    unwrap(await sam.api.chooseTrusted({ contactIds: [next, ids[1]!], needed: 2, waitHours: 48 }));
    expect(await answers()).toEqual(['waiting', 'waiting']);
  });

  it('[TRU-8] nor does somebody whose lost phone had the share, or whose account is closed', async () => {
    await setUp(ana, ben);
    const card = unwrap(await ana.api.makeCard());
    const next = buy();
    unwrap(await next.api.recover(card.qr));
    for (const one of [next, sam]) unwrap(await one.api.sync());
    expect(await sam.api.trusted()).toMatchObject({ ready: true });
    const stolen = (await next.api.devices()).find(({ own }) => !own)!;
    unwrap(await next.api.shutOut(stolen.id));
    for (const one of [next, sam]) unwrap(await one.api.sync());
    expect(await sam.api.trusted()).toMatchObject({
      ready: false,
      people: [{ answer: 'over' }, { answer: 'yes' }, { answer: 'waiting' }],
    });
    unwrap(await ben.api.deleteAccount());
    unwrap(await sam.api.sync());
    expect((await sam.api.trusted()).people.map(({ answer }) => answer)).toEqual(['over', 'over', 'waiting']);
    const possible = (await sam.api.trusted()).possible.map(({ name }) => name);
    expect(possible.toSorted()).toEqual(['Ana', 'Cleo']);
    unwrap(await sam.api.chooseTrusted({ contactIds: [ids[0]!, ids[2]!], needed: 2, waitHours: 48 }));
    for (const one of [next, sam]) unwrap(await one.api.sync());
    expect(await sam.api.trusted()).toMatchObject({ people: [{ answer: 'yes' }, { answer: 'waiting' }] });
  });

  it('is armed again after the server lost it, and ends with a phone that is shut out', async () => {
    await setUp(ana, ben);
    const before = [...evil.server.state.recoveries.values()][0]!.half;
    evil.server.state.recoveries.clear();
    for (let n = 0; n < 2; n++) unwrap(await sam.api.sync());
    expect([...evil.server.state.recoveries.values()][0]!.half).toEqual(before);
    const next = buy();
    unwrap(await next.api.waitToBeLetIn('en').then(async (made) => sam.api.letIn(unwrap(made).ticket)));
    unwrap(await next.api.comeIn());
    unwrap(await next.api.sync());
    expect(await next.api.trusted()).toMatchObject({ ready: true });
    const stolen = (await next.api.devices()).find(({ own }) => !own)!;
    unwrap(await next.api.shutOut(stolen.id));
    expect(await next.api.trusted()).toMatchObject({ needed: 0, ready: false });
    expect(evil.server.state.recoveries.size).toBe(0);
  });

  it('offline, an old request is remembered and says so; it can be dropped', async () => {
    await setUp(ana, ben);
    const next = buy();
    unwrap(await next.api.askBack(await codeOf(ben), 'en'));
    const end = evil.twist(() => ({ ok: false, error: { error: 'offline' } }));
    const view = (await next.api.backIn())!;
    expect(view.words).toHaveLength(6);
    expect(view).not.toHaveProperty('standing');
    expect(await next.api.comeBack()).toMatchObject({ error: { code: 'offline' } });
    expect(await helps(ana, view.words)).toMatchObject({ error: { code: 'offline' } });
    unwrap(await next.api.dropBackIn());
    end();
    expect(await next.api.backIn()).toBeUndefined();
    expect((await next.api.status()).backIn).toBe(false);
  });

  it('starting again takes the request back, and what the server says is said truly', async () => {
    await setUp(ana, ben);
    const next = buy();
    unwrap(await next.api.askBack(await codeOf(ben), 'en'));
    const requests = () => [...evil.server.state.recoveries.values()][0]!.requests.size;
    expect(requests()).toBe(1);
    unwrap(await next.api.dropBackIn());
    expect(requests()).toBe(0);
    const end = evil.twist(({ verb }) =>
      verb === 'recovery.request' ? { ok: false, error: { error: 'too-many', retryAfter: 60 } } : undefined,
    );
    // A limit of the network is no veto.
    expect(await next.api.askBack(await codeOf(ben), 'en')).toMatchObject({ error: { code: 'busy' } });
    end();
    unwrap(await next.api.askBack(await codeOf(ben), 'en'));
  });
});
