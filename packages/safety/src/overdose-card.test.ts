import { describe, expect, test } from 'vitest';
import { daysBetween } from './calendar-date.ts';
import { sentences, tokens } from './lint/readability.ts';
import { SAFETY_LOCALES } from './local-text.ts';
import type { LocalText } from './local-text.ts';
import {
  BREATH_INTERVAL_SECONDS,
  CARD_REVIEW_BY,
  CARD_WRITTEN_ON,
  FIRST_BREATHS,
  SECOND_DOSE_SECONDS,
  cardFreshness,
  overdoseCard,
} from './overdose-card.ts';
import type { OverdoseCard } from './overdose-card.ts';
import { withNumber } from './text-block.ts';
import type { CardList } from './text-block.ts';

const en = overdoseCard('en');
const es = overdoseCard('es');
const blocks = (card: OverdoseCard): CardList[] => [
  ...card.steps,
  card.signs,
  card.products,
  card.recovery,
  card.doNot,
  card.tellCrew,
  card.goodToKnow,
];
const said = (list: CardList): string => [list.title, ...list.lines.map(({ text }) => text)].join('\n');

test('[CARD-1] the steps come in one order: check, call, naloxone, breaths, second dose, stay', () => {
  expect(en.steps.map(({ id, tool }) => [id, tool])).toEqual([
    ['check', undefined],
    ['call', 'call'],
    ['naloxone', 'dose'],
    ['breathe', 'breath'],
    ['second-dose', 'dose'],
    ['stay', undefined],
  ]);
});

describe.each(SAFETY_LOCALES)('[CARD-2] %s is short enough to follow', (locale) => {
  test.each(overdoseCard(locale).steps.map((step) => [step.id, step] as const))(
    'step %s: 60 words',
    (_, step) => {
      expect(tokens(said(step)).length).toBeLessThanOrEqual(60);
      expect(step.lines.some(({ strong }) => strong)).toBe(true);
    },
  );

  test('no sentence passes 14 words, and 9 in 10 stay within 12', () => {
    const lengths = blocks(overdoseCard(locale)).flatMap((block) =>
      sentences(said(block)).map((s) => tokens(s).length),
    );
    expect(Math.max(...lengths)).toBeLessThanOrEqual(14);
    expect(lengths.filter((length) => length <= 12).length / lengths.length).toBeGreaterThan(0.9);
  });
});

describe('[CARD-3] both languages', () => {
  test('have the same steps, tools and number of lines, with the same emphasis', () => {
    const shape = (card: OverdoseCard): unknown => [
      card.steps.map(({ id, tool }) => [id, tool]),
      blocks(card).map(({ lines }) => lines.map(({ strong }) => strong)),
    ];
    expect(shape(es)).toEqual(shape(en));
  });

  test('no line is left in the other language', () => {
    const lines = (card: OverdoseCard): string[] => blocks(card).flatMap((block) => said(block).split('\n'));
    expect(lines(es).filter((line) => lines(en).includes(line))).toEqual([]);
  });

  test('a missing translation does not compile', () => {
    // @ts-expect-error Spanish is missing.
    const text: LocalText = { en: 'Call now.' };
    expect(Object.keys(text)).toEqual(['en']);
  });
});

describe('[CARD-4] the emergency number', () => {
  test('stands only as a placeholder, so no country is written into the words', () => {
    for (const card of [en, es]) {
      const all = [card.title, ...blocks(card).map(said)].join('\n');
      expect(all.match(/\d{3,}/g)).toBeNull();
      expect(card.steps[1]?.title).toContain('{number}');
    }
  });

  test('replaces every placeholder', () => {
    expect(withNumber('Call {number}. If {number} asks.', '124')).toBe('Call 124. If 124 asks.');
  });
});

test('[CARD-5] the first 2 signs are not waking and bad breathing; darker skin is named', () => {
  expect(en.signs.lines.slice(0, 2)).toEqual([
    { text: "Won't wake up.", strong: true },
    { text: 'Breathing is slow, shallow, uneven or stopped.', strong: true },
  ]);
  expect(said(en.signs)).toMatch(/darker skin, grey or ashen/);
  expect(said(es.signs)).toMatch(/piel oscura, gris o ceniza/);
});

test('[CARD-6] says what not to do, what to tell the crew, and that naloxone does no harm', () => {
  expect(en.doNot.lines).toHaveLength(6);
  for (const word of ['alone', 'bath', 'inject', 'vomit', 'walk', 'wait'])
    expect(said(en.doNot)).toContain(word);
  expect(said(en.tellCrew)).toMatch(/took[^]*doses/);
  expect(en.goodToKnow.lines[0]?.text).toBe('Opioid or not, naloxone does no harm. Give it.');
});

test('[CARD-7] the clocks: 2 breaths, then 1 every 5 seconds; a dose again after 2 to 3 minutes', () => {
  expect([FIRST_BREATHS, BREATH_INTERVAL_SECONDS]).toEqual([2, 5]);
  expect(SECOND_DOSE_SECONDS).toBe(150);
  const steps = en.steps.map(said);
  expect(steps[3]).toContain(`Give ${FIRST_BREATHS} breaths`);
  expect(steps[3]).toContain(`1 breath every ${BREATH_INTERVAL_SECONDS} seconds`);
  expect(steps[4]).toContain('2 to 3 minutes');
});

test('[CARD-9] names each kind of naloxone, and says of 8 mg what the study found', () => {
  for (const word of ['4 mg', '1.8 mg', 'Nyxoid', '8 mg', '0.4 mg', 'Prenoxad'])
    for (const card of [en, es]) expect(said(card.products)).toContain(word);
  expect(said(en.products)).toMatch(/saved no more people/);
});

test('[CARD-10] the recovery position has a line for each of 3 pictures', () => {
  expect([en.recovery.lines.length, es.recovery.lines.length]).toEqual([3, 3]);
});

describe('[CARD-8] honesty', () => {
  test('the card says that no clinician has reviewed it yet, and when it was written', () => {
    expect(en.reviewedBy).toBe('not yet clinically reviewed');
    expect(en.writtenOn).toBe('2026-11-21');
    expect(daysBetween(CARD_WRITTEN_ON, CARD_REVIEW_BY)).toBe(90);
    expect(en.sources.length).toBeGreaterThan(3);
    expect(en.sources.every(({ edition, readOn }) => edition !== '' && readOn === '2026-11-21')).toBe(true);
  });

  test('after the review date it is expired, and still whole', () => {
    expect(cardFreshness(CARD_REVIEW_BY)).toBe('fresh');
    expect(cardFreshness('2027-02-20')).toBe('expired');
    expect(overdoseCard('en').steps).toHaveLength(6);
  });
});
