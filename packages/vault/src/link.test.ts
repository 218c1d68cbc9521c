import { concat, idBytes, seededRandom, toId, utf8 } from '@holdfast/base';
import { encodeCbor } from '@holdfast/protocol';
import { describe, expect, it } from 'vitest';
import { deriveKey, sealBox, sealTo } from './keys.ts';
import { KDF } from './labels.ts';
import {
  createLink,
  openLinkAnswer,
  openLinkOffer,
  readLink,
  sealLinkAnswer,
  sealLinkOffer,
  writeLink,
} from './link.ts';
import { flipped } from './primitives-contract.ts';
import { Person } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';

const p = await sodiumPrimitives(seededRandom(17));
const phone = createLink(p);
const other = createLink(p);
const sealedOffer = sealLinkOffer(p, phone, 'en');
const opened = openLinkOffer(p, phone.ticket, sealedOffer);
if (!opened.ok) throw new Error('own offer');
const { accountId } = new Person(p).view;
const secret = p.random(32);
const answered = sealLinkAnswer(p, phone.ticket, opened.value, { accountId, secret });
if (!answered.ok) throw new Error('own answer');
const refused = { ok: false, error: 'refused' };

describe('adding a phone', () => {
  it('[LNK-1] the code is read back, alone or in a link, and a cut one is told apart from something else', () => {
    const text = writeLink(phone.ticket);
    expect(readLink(text)).toEqual({ ok: true, value: phone.ticket });
    expect(readLink(`https://holdfast.example/phones#${text}`)).toEqual({ ok: true, value: phone.ticket });
    for (const end of [10, 30, 70, text.length - 1])
      expect(readLink(text.slice(0, end))).toEqual({ ok: false, error: 'cut' });
    // Each part has to be whole by itself.
    const [version, id, held, shown] = text.split('.');
    for (const parts of [
      [version, id!.slice(1), held, shown],
      [version, id, held!.slice(2), shown],
      [version, id, '', shown],
      [version, id, `${held}AAAA`, shown],
      [version, id, held, `${shown}AAAA`],
    ])
      expect(readLink(parts.join('.'))).toEqual({ ok: false, error: 'cut' });
    for (const foreign of ['', 'hello', '1.AAAA.BBBB', `${text}.more`])
      expect(readLink(foreign)).toEqual({ ok: false, error: 'foreign' });
  });

  it('[LNK-2] ATK-1 ATK-3 keys that were not shown are refused, whoever sealed them', () => {
    expect(opened.value.deviceKey).toEqual(p.signKeys(phone.deviceSeed).publicKey);
    expect(openLinkOffer(p, phone.ticket, sealLinkOffer(p, phone, 'es'))).toMatchObject({
      value: { language: 'es' },
    });
    // The server, or whoever photographed the code, puts a phone of their own in its place.
    const theirs = { ...other, ticket: phone.ticket };
    expect(openLinkOffer(p, phone.ticket, sealLinkOffer(p, theirs, 'en'))).toEqual(refused);
    expect(openLinkOffer(p, other.ticket, sealedOffer)).toEqual(refused);
    for (const at of [0, 24, 40, sealedOffer.length - 1])
      expect(openLinkOffer(p, phone.ticket, flipped(sealedOffer, at, 3))).toEqual(refused);
  });

  it('[LNK-3] the secret reaches the phone that was shown, and neither the server nor another phone', () => {
    const got = openLinkAnswer(p, phone, answered.value.sealed);
    expect(got).toEqual({ ok: true, value: { accountId, secret, transcript: answered.value.transcript } });
    // Whoever photographed the code knows all of the ticket, and not the key behind the commitment.
    expect(openLinkAnswer(p, { ...other, ticket: phone.ticket }, answered.value.sealed)).toEqual(refused);
    const elsewhere = { ...phone, ticket: { ...phone.ticket, inviteId: toId<'invite'>(p.random(16)) } };
    expect(openLinkAnswer(p, elsewhere, answered.value.sealed)).toEqual(refused);
    for (const at of [0, 24, 60, 1200, answered.value.sealed.length - 1])
      expect(openLinkAnswer(p, phone, flipped(answered.value.sealed, at, 3))).toEqual(refused);
  });

  it('[LNK-4] both phones make the same words, and an answer with another account makes others', () => {
    const evil = sealLinkAnswer(p, phone.ticket, opened.value, {
      accountId: new Person(p).view.accountId,
      secret,
    });
    const anew = sealLinkAnswer(p, phone.ticket, opened.value, { accountId, secret: p.random(32) });
    if (!evil.ok || !anew.ok) throw new Error('an answer');
    for (const { sealed, transcript } of [answered.value, evil.value, anew.value])
      expect(openLinkAnswer(p, phone, sealed)).toMatchObject({ value: { transcript } });
    const all = [answered, evil, anew].map((one) => Buffer.from(one.value.transcript).toString('hex'));
    expect(new Set(all).size).toBe(3);
  });

  it('[LNK-2] [LNK-3] parts of another form are refused, even from somebody who saw the code', () => {
    const { ticket } = phone;
    const ad = (part: string) =>
      concat(utf8(`hf1/link-${part}`), idBytes(ticket.inviteId), ticket.commitment);
    const key = deriveKey(p, ticket.secret, KDF.link);
    const offer = (value: object) =>
      openLinkOffer(p, ticket, sealBox(p, key, ad('offer'), encodeCbor({ ...value })));
    expect(offer(opened.value)).toEqual(opened);
    for (const change of [{ language: 'de' }, { more: 1 }, { deviceKey: p.random(31) }])
      expect(offer({ ...opened.value, ...change })).toEqual(refused);
    const answer = (value: object) => {
      const inner = sealTo(p, opened.value.sealKey, ad('answer'), encodeCbor({ ...value }))!;
      return openLinkAnswer(p, phone, sealBox(p, key, ad('answer'), encodeCbor(inner)));
    };
    expect(answer({ accountId, secret })).toMatchObject({ ok: true });
    for (const value of [{ accountId }, { accountId, secret: p.random(16) }, { accountId, secret, more: 1 }])
      expect(answer(value)).toEqual(refused);
    const bare = sealBox(p, key, ad('answer'), encodeCbor({ accountId, secret }));
    expect(openLinkAnswer(p, phone, bare)).toEqual(refused);
  });

  it('[LNK-3] a key that cannot be sealed to is refused', () => {
    const offer = { ...opened.value, sealKey: new Uint8Array(1216) };
    expect(sealLinkAnswer(p, phone.ticket, offer, { accountId, secret })).toEqual(refused);
  });
});
