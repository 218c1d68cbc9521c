import type { Change } from '@holdfast/client';

const DAY = 86_400_000;
/** What every entry of an invented journal says, so that it is as long as one. */
const LONG =
  'Walked to the water before work. Slept badly, and said so at the meeting. Ana rang in the evening and we spoke about nothing much. ';

/** A calendar day some days before another, YYYY-MM-DD. */
const dayBack = (today: string, back: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) - back * DAY).toISOString().slice(0, 10);

/** What stands first on each page when everything of `yearsOf` is there. */
export const NEWEST = { checkIn: 'Check-in number 0', entry: 'Entry number 0.', reason: 'Reason number 0' };

/**
 * What somebody may have written in so many days up to today: a check-in and a dose a day, every fourth day an entry of
 * the journal, each week a questionnaire, and so on. Nothing in it is by chance.
 */
export function yearsOf(days: number, today: string): Change[] {
  const changes: Change[] = [
    {
      type: 'medicine',
      id: 'medicine-one',
      fields: {
        kind: 'buprenorphine',
        name: '',
        label: '1 under the tongue',
        times: ['08:00'],
        weekdays: [],
        place: 'Pharmacy by the bridge',
        number: '',
        started: dayBack(today, days),
        stopped: null,
        supply: null,
        given: null,
        every: null,
        expires: null,
      },
    },
  ];
  for (let n = 0; n < 12; n++) {
    const at = n;
    changes.push({ type: 'reason', fields: { kind: 'reason', words: `Reason number ${n}`, at, media: [] } });
    changes.push({ type: 'trigger', fields: { kind: 'place', words: `Place number ${n}`, at } });
    changes.push({
      type: 'if-then',
      fields: {
        cue: `I pass the corner ${n}`,
        action: 'walk on',
        obstacle: '',
        part: null,
        days: 'all',
        feeling: null,
        at,
      },
    });
  }
  for (let back = days - 1; back >= 0; back--) changes.push(...oneDay(back, dayBack(today, back)));
  return changes;
}

function oneDay(back: number, day: string): Change[] {
  const at = Date.parse(`${day}T00:30:00Z`);
  const every = (step: number): boolean => back % step === 0;
  const checkIn = {
    urge: back % 5,
    mood: 'middling',
    sleep: 'some',
    contact: back % 2 === 0,
    day,
  } as const;
  const changes: Change[] = [
    {
      type: 'dose',
      fields: { medicine: 'medicine-one', day, time: '08:00', mark: 'taken', at },
    },
    { type: 'check-in', fields: { ...checkIn, words: `Check-in number ${back}`, at: at + 2 } },
  ];
  // Today's dose is still to come, so that the page has something to say.
  if (back === 0) changes.shift();
  if (every(7)) changes.push({ type: 'check-in', fields: { ...checkIn, words: 'Before that.', at: at + 1 } });
  if (every(4))
    changes.push({
      type: 'journal-entry',
      fields: {
        words: `Entry number ${back}. ${LONG.repeat(2)}`,
        at,
        day,
        until: null,
        prompt: '',
        gratitude: false,
        media: [],
      },
    });
  if (every(6)) changes.push({ type: 'tool-use', fields: { tool: 'ride', before: 7, after: 4, at, day } });
  if (every(10))
    changes.push({
      type: 'urge',
      fields: { strength: 6, before: ['feeling.lonely'], words: '', at, day, until: null },
    });
  if (every(7)) {
    const answers = { little: 1, down: 1 };
    changes.push({
      type: 'measure-result',
      fields: {
        instrument: 'phq-2',
        version: '1',
        language: 'en',
        scoring: 1,
        answers,
        totals: { phq2: 2 },
        at,
        day,
      },
    });
    changes.push({
      type: 'activity',
      fields: { what: 'A swim', where: 'The baths', day, time: null, done: true, joy: 6, mastery: 5 },
    });
  }
  if (every(14))
    changes.push({
      type: 'appointment',
      fields: {
        with: 'Dr Byrne',
        where: 'Clinic',
        starts: `${day}T09:45`,
        zone: 'Europe/Dublin',
        bring: '',
        notes: '',
        remind: null,
      },
    });
  if (every(90))
    changes.push({
      type: 'milestone',
      fields: { title: `A quarter, ${day}`, day, ritual: '', seed: `seed-${back}` },
    });
  return changes;
}
