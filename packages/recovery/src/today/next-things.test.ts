import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Appointment } from '../care/appointment.ts';
import type { PromisedCall } from '../circle/promised-call.ts';
import { addDays } from '../medicine/calendar.ts';
import { marks, medicine, NOON, TODAY, ZONE } from '../medicine/test-medicine.ts';
import { medicineThings } from './medicine-things.ts';
import type { Activity } from '../tools/activity.ts';
import type { Letter } from '../tools/letter.ts';
import type { OtherThing } from './next-things.ts';
import { nextThings, thingKey } from './next-things.ts';
import { plannedThings } from './planned-things.ts';

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
const NOTHING = { medicine: [], visits: [], calls: [], others: [] };
const HOUR = 3_600_000;
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
  nextThings(
    { ...NOTHING, medicine: medicineThings([medicine({ times })], doses, NOON, ZONE), visits },
    NOON,
    ZONE,
  ).map(({ what, day, time }) => `${what} ${day === TODAY ? 'today' : day} ${time ?? '-'}`);
/** Marked an hour ago. */
const said = (mark: 'taken' | 'not') => marks({ 0: mark }, { at: NOON - HOUR });

describe('what medicine brings to Today', () => {
  const due = (over: Parameters<typeof medicine>[0], doses = marks({})) =>
    medicineThings([medicine(over)], doses, NOON, ZONE).map(({ what }) => what);

  it('keeps a dose in view for 10 minutes after it was marked, so that the mark can be taken back', () => {
    const marked = (minutes: number) => due({}, marks({ 0: 'taken' }, { at: NOON - minutes * 60_000 }));
    expect(marked(9)).toEqual(['dose']);
    expect(marked(10)).toEqual([]);
  });

  it('brings up an injection from the day it may be given, for 30 days after labels allow it', () => {
    const shot = (back: number, doses = marks({})) =>
      due({ kind: 'buprenorphine-weekly', given: addDays(TODAY, -back) }, doses);
    expect(shot(4)).toEqual([]);
    expect(shot(5)).toEqual(['medicine']);
    expect(shot(7)).toEqual(['medicine']);
    expect(shot(39)).toEqual(['medicine']);
    expect(shot(40)).toEqual([]);
    expect(shot(9, marks({ 0: 'taken' }))).toEqual([]);
    expect(due({ kind: 'buprenorphine-weekly' })).toEqual([]);
    expect(due({ kind: 'buprenorphine-weekly', given: addDays(TODAY, -9), stopped: TODAY })).toEqual([]);
  });

  it('brings up a supply that runs out and a kit past its date, and neither for longer than 30 days', () => {
    const supply = (days: number, on: string) =>
      due({ supply: { days, on } }, said('taken')).filter((what) => what === 'medicine');
    expect(supply(5, TODAY)).toEqual([]);
    expect(supply(4, TODAY)).toEqual(['medicine']);
    expect(supply(0, addDays(TODAY, -30))).toEqual(['medicine']);
    expect(supply(0, addDays(TODAY, -31))).toEqual([]);
    const kit = (expires: string | null) => due({ kind: 'naloxone', expires });
    expect(kit(null)).toEqual([]);
    expect(kit(TODAY)).toEqual([]);
    expect(kit(addDays(TODAY, -30))).toEqual(['medicine']);
    expect(kit(addDays(TODAY, -31))).toEqual([]);
  });

  it('calls an injection as its reminder calls it, so that it stands on Today once', () => {
    const keys = (over: Parameters<typeof medicine>[0], doses = marks({})) =>
      medicineThings([medicine(over)], doses, NOON, ZONE).map(thingKey);
    expect(keys({ kind: 'naltrexone-injection', given: addDays(TODAY, -28) })).toEqual([`dose m ${TODAY} `]);
    expect(keys({ supply: { days: 1, on: TODAY } }, said('taken'))).toEqual(['medicine m']);
  });
});

describe('what a person planned for today', () => {
  const activity = (over: Partial<Activity>): Activity => ({
    id: 'a',
    what: 'Walk to the pier',
    where: 'The pier',
    day: TODAY,
    time: '15:00',
    done: false,
    joy: null,
    mastery: null,
    ...over,
  });
  const letter = (opens: string | null): Letter => ({
    id: 'l',
    words: 'Hold on.',
    opens,
    at: 1,
    day: TODAY,
    media: [],
  });

  it('is the small things of the day that are not done, with their time if they have one', () => {
    const list = [
      activity({}),
      activity({ id: 'b', time: null }),
      activity({ id: 'c', done: true }),
      activity({ id: 'd', day: addDays(TODAY, 1) }),
      activity({ id: 'e', day: addDays(TODAY, -1) }),
    ];
    expect(plannedThings(list, [], TODAY)).toMatchObject([
      { what: 'activity', id: 'a', time: '15:00', title: 'Walk to the pier', note: 'The pier' },
      { what: 'activity', id: 'b', time: null },
    ]);
    expect(plannedThings(list.slice(1, 2), [], TODAY).map(thingKey)).toEqual([`activity b ${TODAY} `]);
  });

  it('is a letter on its day and the 2 days after, and none for a low hour', () => {
    const letters = (opens: string | null) => plannedThings([], [letter(opens)], TODAY).map(thingKey);
    expect(letters(TODAY)).toEqual(['letter l']);
    expect(letters(addDays(TODAY, -2))).toEqual(['letter l']);
    for (const opens of [null, addDays(TODAY, 1), addDays(TODAY, -3)]) expect(letters(opens)).toEqual([]);
    expect(plannedThings([], [letter(TODAY), { ...letter(TODAY), id: 'k' }], TODAY)).toHaveLength(1);
  });
});

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
    expect(shown([visit('2026-12-03T09:00')], [], said('taken'))).toEqual([]);
    expect(shown([visit('2026-12-02T09:00')], [], said('not'))).toEqual(['visit 2026-12-02 09:00']);
    expect(medicineThings([medicine({ weekdays: [1] })], [], NOON, ZONE)).toEqual([]);
  });

  it('shows every visit of today, and only without one the next', () => {
    const later = [visit('2026-11-27T09:00'), visit('2026-11-28T09:00')];
    expect(shown([...later, visit(`${TODAY}T15:00`), visit(`${TODAY}T18:00`)], [], said('taken'))).toEqual([
      'visit today 15:00',
      'visit today 18:00',
    ]);
    expect(shown(later, [], said('taken'))).toEqual(['visit 2026-11-27 09:00']);
  });

  it('shows an appointment made elsewhere by the clock on this wall', () => {
    expect(shown([visit('2026-11-26T08:00', 'Asia/Tokyo')], [], said('taken'))).toEqual([
      'visit today 23:00',
    ]);
  });

  it('has room for promised calls, meetings and routine, and puts what cannot wait first', () => {
    const all = nextThings(
      {
        medicine: medicineThings(
          [medicine({ times: ['18:00'], supply: { days: 2, on: TODAY } })],
          [],
          NOON,
          ZONE,
        ),
        visits: [visit(`${TODAY}T18:00`)],
        calls: [call('c', NOON + 6 * 3_600_000), call('far', NOON + 9 * 86_400_000)],
        others: [
          other('a', '18:00', 'activity'),
          other('r', '18:00', 'routine'),
          other('m', '18:00'),
          { ...other('l', '', 'letter'), time: null },
        ],
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
      'activity 18:00',
      'medicine null',
      'letter null',
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
        const of = (list: typeof a) => medicineThings(list, [], NOON, ZONE);
        const records = { ...NOTHING, medicine: of(a), calls: b, others: c };
        const found = nextThings(records, NOON, ZONE);
        const keys = found.map(thingKey);
        const mixed = { ...NOTHING, medicine: of(mix(a)), calls: mix(b), others: mix(c) };
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
