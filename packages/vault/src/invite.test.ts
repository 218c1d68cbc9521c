import { seededRandom } from '@holdfast/base';
import { decodeCbor, encodeCbor } from '@holdfast/protocol';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { signStatement } from './chain.ts';
import type { InviteTicket, Offer } from './invite.ts';
import {
  createTicket,
  guestKeys,
  openAnswer,
  openCompletion,
  openOffer,
  readTicket,
  sealAnswer,
  sealCompletion,
  sealOffer,
  sixWords,
  transcript,
  writeTicket,
} from './invite.ts';
import { deriveKey, openBox, sealBox } from './keys.ts';
import { KDF } from './labels.ts';
import { flipped } from './primitives-contract.ts';
import { makeSpace, Person } from './scene.ts';
import { sodiumPrimitives } from './sodium.ts';
import { WORD_LISTS } from './words.ts';

const p = await sodiumPrimitives(seededRandom(91));
const [ana, ben, eve] = [new Person(p), new Person(p), new Person(p)];
const ticket = createTicket(p);
const offerOf = (inviter: Person, change: Partial<Offer> = {}): Offer => {
  const { spaceId, genesis } = makeSpace(p, 'pair', inviter);
  const chain = [...inviter.view.statements];
  return { chain, name: 'Ana', categories: ['plan'], spaceId, genesis, language: 'en', ...change };
};
const offer = offerOf(ana);
const sealedOffer = sealOffer(p, ticket, offer);
const own = { rootKey: ana.root.publicKey, sealedOffer };
const opened = openOffer(p, ticket, sealedOffer);
if (!opened.ok) throw new Error('own offer');
const guest = { root: ben.root, chain: ben.view.statements, name: 'Ben', writerKey: p.random(32) };
const answered = sealAnswer(p, ticket, opened.value, guest);
const confirmed = openAnswer(p, ticket, own, answered.sealed);
if (!confirmed.ok) throw new Error('own answer');
const completion = { epoch: 1, key: p.random(32), control: p.random(32), seq: 1, adminSeed: p.random(32) };
const refused = { ok: false, error: 'refused' };

type Part = 'offer' | 'answer' | 'completion';
/** What the link's secret seals a part with. */
const boxOf = (part: Part) => ({
  key: deriveKey(p, ticket.secret, KDF.inviteSeal),
  ad: new Uint8Array([
    ...new TextEncoder().encode(`hf1/invite-${part}`),
    ...Buffer.from(ticket.inviteId, 'base64url'),
  ]),
});
/** Opens a part with the link's secret, as whoever holds the link can, and seals it again after a change. */
const asHolder = (part: Part, sealed: Uint8Array, change: (value: never) => unknown) => {
  const { key, ad } = boxOf(part);
  const value = decodeCbor(openBox(p, key, ad, sealed)!);
  if (!value.ok) throw new Error('own part');
  return sealBox(p, key, ad, encodeCbor(change(value.value as never) as never));
};

describe('invite link', () => {
  it('[INV-1] reads back what was written, with or without its hash sign', () => {
    const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });
    fc.assert(
      fc.property(bytes(32), (secret) => {
        const written = writeTicket({ inviteId: ticket.inviteId, secret });
        expect(readTicket(written)).toEqual({ ok: true, value: { inviteId: ticket.inviteId, secret } });
        expect(readTicket(`#${written}`)).toEqual(readTicket(written));
        expect(encodeURI(written)).toBe(written);
      }),
    );
  });

  it('[INV-1] a link that lost letters on the way is called cut, anything else foreign', () => {
    const written = writeTicket(ticket);
    for (let length = 2; length < written.length; length++)
      expect(readTicket(written.slice(0, length))).toEqual({ ok: false, error: 'cut' });
    for (const text of [
      '',
      '#',
      'hello',
      `2${written.slice(1)}`,
      `${written}.x`,
      `${written}.`,
      'https://example.org',
    ])
      expect(readTicket(text)).toEqual({ ok: false, error: 'foreign' });
    for (const text of [`${written}A`, `${written.slice(0, 9)}#${written.slice(9)}`])
      expect(readTicket(text)).toEqual({ ok: false, error: 'cut' });
  });

  it('[INV-1] ATK-33 id and secret are drawn apart, and the server’s key says nothing of the sealing key', () => {
    const other: InviteTicket = { ...ticket, secret: p.random(32) };
    expect(guestKeys(p, ticket)).toEqual(guestKeys(p, ticket));
    expect(guestKeys(p, other).publicKey).not.toEqual(guestKeys(p, ticket).publicKey);
    expect(createTicket(p).inviteId).not.toBe(ticket.inviteId);
    expect(deriveKey(p, ticket.secret, KDF.inviteSeal)).not.toEqual(
      deriveKey(p, ticket.secret, KDF.inviteGuest),
    );
  });
});

describe('invite', () => {
  it('[INV-2] [INV-4] [INV-5] goes from offer to answer to the pair space’s key', () => {
    expect(opened.value.inviter.accountId).toBe(ana.id);
    expect(opened.value.offer).toEqual(offer);
    expect(confirmed.value).toMatchObject({
      name: 'Ben',
      writerKey: guest.writerKey,
      transcript: answered.transcript,
    });
    expect(confirmed.value.guest.accountId).toBe(ben.id);
    const boxed = sealCompletion(p, ticket, confirmed.value, completion)!;
    const as = { encryptionSeed: ben.encryptionSeed, transcript: answered.transcript };
    expect(openCompletion(p, ticket, as, boxed)).toEqual({ ok: true, value: completion });
  });

  it('[INV-2] ATK-1 nothing opens with another secret or as another part', () => {
    const wrong = { ...ticket, secret: p.random(32) };
    const elsewhere = { ...ticket, inviteId: createTicket(p).inviteId };
    for (const other of [wrong, elsewhere]) {
      expect(openOffer(p, other, sealedOffer)).toEqual(refused);
      expect(openAnswer(p, other, own, answered.sealed)).toEqual(refused);
    }
    expect(openOffer(p, ticket, answered.sealed)).toEqual(refused);
    expect(openAnswer(p, ticket, own, sealedOffer)).toEqual(refused);
  });

  it('[INV-2] ATK-7 a server that changes any byte is refused', () => {
    for (let at = 0; at < sealedOffer.length; at += 3)
      expect(openOffer(p, ticket, flipped(sealedOffer, at, at & 7))).toEqual(refused);
    for (let at = 0; at < answered.sealed.length; at += 3)
      expect(openAnswer(p, ticket, own, flipped(answered.sealed, at, at & 7))).toEqual(refused);
  });

  it('[INV-2] [INV-4] [INV-5] what a holder of the link seals is refused where it does not even read', () => {
    const as = { encryptionSeed: ben.encryptionSeed, transcript: answered.transcript };
    const boxed = sealCompletion(p, ticket, confirmed.value, completion)!;
    const open = {
      offer: (sealed: Uint8Array) => openOffer(p, ticket, sealed),
      answer: (sealed: Uint8Array) => openAnswer(p, ticket, own, sealed),
      completion: (sealed: Uint8Array) => openCompletion(p, ticket, as, sealed),
    };
    for (const [part, honest] of [
      ['offer', sealedOffer],
      ['answer', answered.sealed],
      ['completion', boxed],
    ] as const) {
      const { key, ad } = boxOf(part);
      const content = openBox(p, key, ad, honest)!;
      expect(open[part](sealBox(p, key, ad, content)).ok, part).toBe(true);
      for (const bent of [new Uint8Array(0), content.subarray(1), content.subarray(0, -1)])
        expect(open[part](sealBox(p, key, ad, bent)), part).toEqual(refused);
    }
  });

  it('[INV-2] ATK-1 an offer with a chain that does not verify, or a space that is not the inviter’s, is refused', () => {
    const [genesis, added] = ana.view.statements as [Uint8Array, Uint8Array];
    const group = makeSpace(p, 'broadcast', ana);
    const wrong: Partial<Offer>[] = [
      { chain: [genesis, flipped(added, added.length - 1, 0)] },
      { chain: [added] },
      { chain: [genesis, signStatement(p, eve.root, ana.view, { type: 'recovered' })] },
      { chain: [...eve.view.statements] },
      { chain: [] },
      { spaceId: group.spaceId },
      { spaceId: group.spaceId, genesis: group.genesis },
    ];
    for (const change of wrong)
      expect(openOffer(p, ticket, sealOffer(p, ticket, { ...offer, ...change }))).toEqual(refused);
    const extra = { ...offer, trust: true } as Offer;
    expect(openOffer(p, ticket, sealOffer(p, ticket, extra))).toEqual(refused);
  });

  it('[INV-4] ATK-1 a holder of the link cannot put another key or chain beside the guest’s signature', () => {
    const change = (make: (body: Record<string, unknown>) => Record<string, unknown>) =>
      asHolder('answer', answered.sealed, ([bytes, signature]: [Uint8Array, Uint8Array]) => {
        const body = decodeCbor(bytes);
        if (!body.ok) throw new Error('own answer');
        return [encodeCbor(make(body.value as Record<string, unknown>) as never), signature];
      });
    expect(
      openAnswer(
        p,
        ticket,
        own,
        change((body) => body),
      ).ok,
    ).toBe(true);
    const evil = [
      change((body) => ({ ...body, writerKey: p.random(32) })),
      change((body) => ({ ...body, name: 'Benn' })),
      change((body) => ({ ...body, chain: ben.view.statements.slice(0, 1) })),
      change((body) => ({ ...body, chain: [...eve.view.statements] })),
      change((body) => ({ ...body, salt: p.random(16) })),
      change((body) => ({ ...body, trust: true })),
      change((body) => ({ ...body, chain: [] })),
    ];
    for (const sealed of evil) expect(openAnswer(p, ticket, own, sealed)).toEqual(refused);
  });

  it('[INV-4] an answer given to another offer, or to oneself, is refused', () => {
    const other = sealOffer(p, ticket, offerOf(ana));
    expect(openAnswer(p, ticket, { ...own, sealedOffer: other }, answered.sealed)).toEqual(refused);
    expect(openAnswer(p, ticket, { ...own, rootKey: eve.root.publicKey }, answered.sealed)).toEqual(refused);
    const self = sealAnswer(p, ticket, opened.value, {
      ...guest,
      root: ana.root,
      chain: ana.view.statements,
    });
    expect(openAnswer(p, ticket, own, self.sealed)).toEqual(refused);
  });

  it('[INV-5] the link alone does not open the completion', () => {
    const boxed = sealCompletion(p, ticket, confirmed.value, completion)!;
    const { transcript: bound } = answered;
    expect(
      openCompletion(p, ticket, { encryptionSeed: eve.encryptionSeed, transcript: bound }, boxed),
    ).toEqual(refused);
    const seed = ben.encryptionSeed;
    expect(openCompletion(p, ticket, { encryptionSeed: seed, transcript: p.random(32) }, boxed)).toEqual(
      refused,
    );
    const wrong = { ...ticket, secret: p.random(32) };
    expect(openCompletion(p, wrong, { encryptionSeed: seed, transcript: bound }, boxed)).toEqual(refused);
    for (let at = 0; at < boxed.length; at += 11)
      expect(
        openCompletion(p, ticket, { encryptionSeed: seed, transcript: bound }, flipped(boxed, at, 0)),
      ).toEqual(refused);
  });

  it('[INV-5] is not sealed to a guest key that is refused', () => {
    const answer = {
      ...confirmed.value,
      guest: { ...confirmed.value.guest, encryptionKey: new Uint8Array(1216) },
    };
    expect(sealCompletion(p, ticket, answer, completion)).toBeUndefined();
  });

  it('[INV-6] both sides read the same six words; someone in the middle makes them differ', () => {
    for (const list of Object.values(WORD_LISTS)) {
      expect(new Set(list).size).toBe(2048);
      const words = sixWords(answered.transcript, list);
      expect(words).toHaveLength(6);
      expect(sixWords(confirmed.value.transcript, list)).toEqual(words);
    }
    // Eve holds the link: she shows Ben an offer of her own and answers Ana herself.
    const hers = sealOffer(p, ticket, offerOf(eve, { name: 'Ana' }));
    const seenByBen = openOffer(p, ticket, hers);
    if (!seenByBen.ok) throw new Error('her offer');
    const benSide = sealAnswer(p, ticket, seenByBen.value, guest);
    const toAna = sealAnswer(p, ticket, opened.value, {
      ...guest,
      root: eve.root,
      chain: eve.view.statements,
    });
    const anaSide = openAnswer(p, ticket, own, toAna.sealed);
    if (!anaSide.ok) throw new Error('her answer');
    expect(sixWords(anaSide.value.transcript, WORD_LISTS.en)).not.toEqual(
      sixWords(benSide.transcript, WORD_LISTS.en),
    );
  });

  it('[INV-3] [INV-6] the words come from the first 66 bits, and nobody knows them before the answer is made', () => {
    const list = Array.from({ length: 2048 }, (_, i) => String(i));
    const bound = new Uint8Array(32);
    bound.set([0b00000000, 0b00100000, 0b00000100, 0, 0, 0, 0, 0b00000000, 0b01111111]);
    expect(sixWords(bound, list)).toEqual(['1', '1', '0', '0', '0', '1']);
    const twice = [0, 1].map(() => sealAnswer(p, ticket, opened.value, guest).transcript);
    expect(twice[0]).not.toEqual(twice[1]);
  });

  it('[INV-3] the transcript depends on every part', () => {
    const parts = [p.random(32), p.random(32), p.random(32), p.random(40)] as const;
    const base = transcript(p, ticket.inviteId, ...parts);
    for (let i = 0; i < 4; i++) {
      const changed = parts.map((part, at) =>
        at === i ? flipped(part, 0, 0) : part,
      ) as unknown as typeof parts;
      expect(transcript(p, ticket.inviteId, ...changed)).not.toEqual(base);
    }
    expect(transcript(p, createTicket(p).inviteId, ...parts)).not.toEqual(base);
  });
});
