import { toBase64Url, utf8 } from '@holdfast/base';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Discharge, PathMark } from '../index.ts';
import {
  checkFields,
  DISCHARGE_LETTERS,
  dischargeIn,
  dischargeItems,
  isDischarge,
  pathOf,
  readDischarge,
  recordType,
  writeDischarge,
} from '../index.ts';

describe('the path', () => {
  const mark = (id: string, over: Partial<PathMark>): PathMark => ({
    id,
    words: '',
    stretch: 'days',
    done: null,
    aside: false,
    at: 1,
    ...over,
  });
  const ours = [
    { id: 'card', stretch: 'days' },
    { id: 'ring', stretch: 'days' },
    { id: 'look', stretch: 'month' },
  ] as const;

  it('has what is ahead by stretch, own steps after ours, and leaves out stretches with nothing', () => {
    const own = [
      mark('o2', { words: 'Second', at: 2 }),
      mark('o1', { words: 'First', at: 1 }),
      mark('look', { aside: true }),
    ];
    const path = pathOf(ours, own);
    expect(path.ahead.map(({ stretch, steps }) => [stretch, steps.map(({ id }) => id)])).toEqual([
      ['days', ['card', 'ring', 'o1', 'o2']],
    ]);
    expect(path.aside.map(({ id }) => id)).toEqual(['look']);
  });

  it('keeps what was done, the latest first, even when it was put aside too', () => {
    const path = pathOf(ours, [
      mark('card', { done: '2026-11-20', aside: true }),
      mark('ring', { done: '2026-11-25' }),
      mark('own', { words: 'Mine', done: '2026-11-22' }),
    ]);
    expect(path.done.map(({ id, mark: kept }) => [id, kept?.done])).toEqual([
      ['ring', '2026-11-25'],
      ['own', '2026-11-22'],
      ['card', '2026-11-20'],
    ]);
    expect(path.aside).toEqual([]);
    expect(path.ahead.map(({ stretch }) => stretch)).toEqual(['month']);
  });
});

describe('what a clinic hands over', () => {
  const full: Discharge = {
    c: 'Canal House detox',
    n: '+353 1 555 0100',
    m: 'buprenorphine',
    d: ['08:00'],
    l: '2026-11-25',
    z: 'Europe/Dublin',
    a: [['Dr Byrne', 'Room 4', '2026-11-27T10:30']],
    t: 1,
    x: 1,
  };
  const ticketOf = (value: unknown): string => `d1.${toBase64Url(utf8(JSON.stringify(value)))}`;
  const written = (discharge: Discharge): string => {
    const ticket = writeDischarge(discharge);
    if (!ticket.ok) throw new Error(ticket.error.code);
    return ticket.value;
  };

  it('is read as it was written, with only what was filled in', () => {
    expect(readDischarge(written(full))).toEqual({ ok: true, value: full });
    const least = { c: 'Clinic', z: 'UTC' };
    expect(readDischarge(written(least))).toEqual({ ok: true, value: least });
  });

  it('is frozen: this link is read for ever', () => {
    expect(readDischarge('d1.eyJjIjoiQ2xpbmljIiwieiI6IlVUQyIsImQiOlsiMDg6MDAiXX0')).toEqual({
      ok: true,
      value: { c: 'Clinic', z: 'UTC', d: ['08:00'] },
    });
  });

  it('is refused whole when anything in it is not of this format', () => {
    const bad: unknown[] = [
      null,
      [],
      { z: 'UTC' },
      { ...full, c: '' },
      { ...full, c: 'x'.repeat(61) },
      { ...full, n: 'call us' },
      { ...full, m: 'heroin' },
      { ...full, d: [] },
      { ...full, d: ['25:00'] },
      { ...full, d: ['08:00', '09:00', '10:00', '11:00', '12:00'] },
      { ...full, l: '2026-02-30x' },
      { ...full, z: 'Mars/Phobos' },
      { ...full, a: [['Dr Byrne', '2026-11-27T10:30']] },
      { ...full, a: [['Dr Byrne', '', '2026-11-27T10:30', 'more']] },
      { ...full, t: true },
      { ...full, extra: 1 },
    ];
    for (const value of bad)
      expect(readDischarge(ticketOf(value)), JSON.stringify(value)).toMatchObject({ ok: false });
    for (const ticket of [
      '',
      'd1.',
      'd1.!',
      'd1.A',
      'd2.e30',
      '1.abc',
      `d1.${toBase64Url(new Uint8Array([255]))}`,
    ])
      expect(readDischarge(ticket), ticket).toMatchObject({ ok: false });
    expect(readDischarge(`d1.${'A'.repeat(DISCHARGE_LETTERS)}`)).toMatchObject({ ok: false });
  });

  it('never throws, whatever stands in it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((text) => `d1.${toBase64Url(utf8(text))}`),
        ),
        (ticket) => {
          expect(readDischarge(ticket)).toHaveProperty('ok');
        },
      ),
    );
  });

  it('names the field that does not fit, and says when it is too much for a code', () => {
    expect(writeDischarge({ ...full, n: 'no' })).toEqual({
      ok: false,
      error: { code: 'invalid', field: 'n' },
    });
    expect(writeDischarge(null as never)).toEqual({ ok: false, error: { code: 'invalid', field: '' } });
    const visit = ['ñ'.repeat(40), 'ñ'.repeat(60), '2026-11-27T10:30'] as [string, string, string];
    expect(writeDischarge({ ...full, a: [visit, visit, visit] })).toEqual({
      ok: false,
      error: { code: 'long' },
    });
    const plain = ['a'.repeat(30), 'b'.repeat(40), '2026-11-27T10:30'] as [string, string, string];
    expect(writeDischarge({ ...full, a: [plain, plain] })).toMatchObject({ ok: true });
  });

  it('is found in a link, in words around it, or alone', () => {
    const ticket = written(full);
    expect(isDischarge(ticket)).toBe(true);
    expect(isDischarge('1.abc')).toBe(false);
    for (const pasted of [`https://x.example/plan/path#${ticket}`, ` ${ticket} `, `look: ${ticket}`])
      expect(dischargeIn(pasted)).toBe(ticket);
    expect(dischargeIn('https://x.example/i#1.abc')).toBeUndefined();
  });

  it('proposes records that can all be kept', () => {
    const items = dischargeItems(full, 5, '2026-11-26');
    expect(items.map(({ kind }) => kind)).toEqual([
      'medicine',
      'clinic',
      'visit',
      'naloxone',
      'left',
      'card',
    ]);
    for (const { change } of items)
      expect(checkFields(recordType(change.type), change.fields), change.type).toMatchObject({ ok: true });
    expect(items[0]!.change.fields).toMatchObject({
      kind: 'buprenorphine',
      times: ['08:00'],
      number: full.n,
    });
    expect(items[4]!.change.fields).toMatchObject({ what: 'detox', seen: null });
    expect(items[5]!.change).toMatchObject({ id: 'card', fields: { done: '2026-11-25' } });
  });

  it('proposes nothing that was not said', () => {
    expect(dischargeItems({ c: 'Clinic', z: 'UTC' }, 5, '2026-11-26')).toMatchObject([
      { kind: 'clinic', change: { fields: { role: 'other', number: '' } } },
    ]);
    const [medicine, clinic] = dischargeItems({ c: 'Clinic', z: 'UTC', d: ['08:00'] }, 5, '2026-11-26');
    expect(medicine!.change.fields).toMatchObject({ kind: 'other', times: ['08:00'] });
    expect(clinic!.change.fields).toMatchObject({ role: 'prescriber' });
    const [named] = dischargeItems({ c: 'Clinic', z: 'UTC', m: 'methadone', t: 1 }, 5, '2026-11-26');
    expect(named!.change.fields).toMatchObject({ kind: 'methadone', times: [] });
    expect(dischargeItems({ c: 'Clinic', z: 'UTC', t: 1 }, 5, '2026-11-26')[1]!.change.fields).toMatchObject({
      done: '2026-11-26',
    });
  });
});
