import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Appointment } from '../care/appointment.ts';
import type { PromisedCall } from '../circle/promised-call.ts';
import { marks, medicine, NOON, TODAY, ZONE } from '../medicine/test-medicine.ts';
import type { OtherThing } from './next-things.ts';
import { nextThings, thingKey } from './next-things.ts';

const visit = (starts: string, zone = ZONE): Appointment => ({
  id: starts,
  with: 'Dr Lee',
  where: '',
  starts,
  zone,
  bring: '',
  notes: '',
  remind: null,
});
const NOTHING = { medicines: [], doses: [], visits: [], calls: [], others: [] };
const call = (id: string, when: number): PromisedCall => ({
  id,
  name: 'Mara',
  number: '555 0100',
  when,
  remind: false,
});
const other = (id: string, time: string, what: OtherThing['what'] = 'meeting'): OtherThing => ({
  what,
  id,
  day: TODAY,
  time,
  title: id,
  note: '',
  href: '/x',
});
const shown = (visits: readonly Appointment[], times: string[] = ['08:00', '20:00'], doses = marks({})) =>
  nextThings({ medicines: [medicine({ times })], doses, visits, calls: [], others: [] }, NOON, ZONE).map(
    ({ what, day, time }) => `${what} ${day === TODAY ? 'today' : day} ${time ?? '-'}`,
  );

describe('what comes next', () => {
  it('is the unmarked doses of today and the next appointment, in order of time', () => {
    expect(shown([visit(`${TODAY}T18:00`), visit('2026-11-28T09:00')])).toEqual([
      'dose today 08:00',
      'visit today 18:00',
      'dose today 20:00',
    ]);
    expect(shown([visit('2026-11-28T09:00')], [])).toEqual(['dose today -', 'visit 2026-11-28 09:00']);
  });

  it('leaves out what was marked, what lies more than a week ahead, and other days of a medicine', () => {
    expect(shown([visit('2026-12-03T09:00')], [], marks({ 0: 'taken' }))).toEqual([]);
    expect(shown([visit('2026-12-02T09:00')], [], marks({ 0: 'not' }))).toEqual(['visit 2026-12-02 09:00']);
    const monday = medicine({ weekdays: [1] });
    expect(nextThings({ ...NOTHING, medicines: [monday] }, NOON, ZONE)).toEqual([]);
  });

  it('shows an appointment made elsewhere by the clock on this wall', () => {
    expect(shown([visit('2026-11-26T08:00', 'Asia/Tokyo')], [], marks({ 0: 'taken' }))).toEqual([
      'visit today 23:00',
    ]);
  });

  it('has room for promised calls, meetings and routine, and puts what cannot wait first', () => {
    const all = nextThings(
      {
        medicines: [medicine({ times: ['18:00'] })],
        doses: [],
        visits: [visit(`${TODAY}T18:00`)],
        calls: [call('c', NOON + 6 * 3_600_000), call('far', NOON + 9 * 86_400_000)],
        others: [other('r', '18:00', 'routine'), other('m', '18:00')],
      },
      NOON,
      ZONE,
    );
    expect(all.map(({ what, time }) => `${what} ${time}`)).toEqual([
      'dose 18:00',
      'call 18:00',
      'visit 18:00',
      'meeting 18:00',
      'routine 18:00',
    ]);
  });

  it('is in order whatever order it came in, each thing once, and makes nothing up', () => {
    const minutes = fc.integer({ min: 0, max: 1439 });
    const clock = minutes.map((n) => new Date(n * 60_000).toISOString().slice(11, 16));
    const ids = fc.uniqueArray(fc.string({ minLength: 1, maxLength: 4 }), { maxLength: 6 });
    const calls = fc
      .uniqueArray(fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.integer({ min: -30, max: 200 })), {
        selector: ([id]) => id,
        maxLength: 6,
      })
      .map((list) => list.map(([id, hours]) => call(id, NOON + hours * 3_600_000)));
    const others = ids.chain((list) =>
      fc.tuple(...list.map((id) => clock.map((time) => other(id, time, id < 'm' ? 'meeting' : 'routine')))),
    );
    const medicines = ids.chain((list) =>
      fc.tuple(
        ...list.map((id) =>
          fc.array(clock, { maxLength: 3 }).map((times) => ({ ...medicine({ times }), id })),
        ),
      ),
    );
    fc.assert(
      fc.property(medicines, calls, others, fc.nat(), (a, b, c, turn) => {
        const mix = <T>(list: readonly T[]): T[] => [
          ...list.slice(turn % (list.length || 1)),
          ...list.slice(0, turn % (list.length || 1)),
        ];
        const records = { ...NOTHING, medicines: a, calls: b, others: c };
        const found = nextThings(records, NOON, ZONE);
        const keys = found.map(thingKey);
        const mixed = { ...NOTHING, medicines: mix(a), calls: mix(b), others: mix(c) };
        expect(nextThings(mixed, NOON, ZONE).map(thingKey)).toEqual(keys);
        expect(new Set(keys).size).toBe(keys.length);
        const moments = found.map(({ day, time }) => `${day} ${time ?? ''}`);
        expect(moments).toEqual(moments.toSorted());
        expect(found.filter(({ what }) => what === 'call')).toHaveLength(
          b.filter(({ when }) => when < Date.parse('2026-12-03T00:00Z')).length,
        );
        expect(found.filter(({ what }) => what === 'meeting' || what === 'routine')).toHaveLength(c.length);
      }),
      { numRuns: 150 },
    );
  });
});
