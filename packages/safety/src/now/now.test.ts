import { describe, expect, test } from 'vitest';
import { daysBetween } from '../calendar-date.ts';
import { sentences, tokens } from '../lint/readability.ts';
import { lintCatalogue } from '../lint/word-lint.ts';
import { SAFETY_LOCALES } from '../local-text.ts';
import {
  GROUND_STEPS,
  NOW_PAGE_IDS,
  NOW_REVIEWED_BY,
  NOW_REVIEW_BY,
  NOW_SOURCES,
  NOW_WRITTEN_ON,
  RIDE_STEPS,
  awayPage,
  goingPage,
  lifePage,
  missedPage,
  nowFreshness,
  nowSteps,
  sickPage,
  usedPage,
  wantPage,
} from './index.ts';
import type { NowSource, NowStep, NowText } from './index.ts';
import { blockIn } from '../text-block.ts';

const pages: readonly NowText[] = [wantPage, goingPage, usedPage, lifePage, sickPage, missedPage, awayPage];
const flat = (page: NowText, locale: 'en' | 'es'): NowStep[] =>
  nowSteps(page, locale).flatMap((step) => [step, ...step.choices]);
const said = ({ title, lines }: Pick<NowStep, 'title' | 'lines'>): string =>
  [title, ...lines.map(({ text }) => text)].join('\n');
const whole = (page: NowText, locale: 'en' | 'es'): string =>
  [page.title[locale], page.lead[locale], ...flat(page, locale).map(said)].join('\n');

test('there is one page for each address', () => {
  expect(pages.map(({ id }) => id)).toEqual([...NOW_PAGE_IDS]);
});

describe.each(SAFETY_LOCALES)('in %s', (locale) => {
  test.each(pages.map((page) => [page.id, page] as const))(
    '[NOW-1] [WORD-6] %s: 60 words a step, 14 a sentence, and the crisis rules',
    (_, page) => {
      for (const step of flat(page, locale)) {
        expect(tokens(said(step)).length, step.id).toBeLessThanOrEqual(60);
        for (const sentence of sentences(said(step)))
          expect(tokens(sentence).length, sentence).toBeLessThanOrEqual(14);
      }
      const texts = { title: page.title[locale], lead: page.lead[locale], whole: whole(page, locale) };
      expect(lintCatalogue(locale, texts, 'crisis', page.id)).toEqual([]);
    },
  );

  test('[NOW-1] [WORD-6] the exercises keep to the crisis rules', () => {
    for (const steps of [RIDE_STEPS, GROUND_STEPS]) {
      const texts = { steps: steps.map((step) => blockIn(step, locale)) };
      expect(lintCatalogue(locale, texts, 'crisis', 'tools')).toEqual([]);
      expect(steps).toHaveLength(5);
    }
  });
});

test.each(pages.map((page) => [page.id, page] as const))(
  '[NOW-2] %s offers people, has no empty step, and does not lead to itself',
  (_, page) => {
    expect(page.steps.some(({ tool }) => tool === 'people')).toBe(true);
    for (const step of flat(page, 'en'))
      expect(
        step.lines.length + step.links.length + step.choices.length + (step.tool ? 1 : 0),
      ).toBeGreaterThan(0);
    for (const step of flat(page, 'en')) for (const { to } of step.links) expect(to).not.toBe(page.id);
    const ids = page.steps.flatMap(({ id, choices }) => [id, ...(choices ?? []).map((choice) => choice.id)]);
    expect(new Set(ids).size).toBe(ids.length);
  },
);

test('[NOW-3] Spanish has other words than English, with the same emphasis', () => {
  for (const page of pages) {
    const shape = (locale: 'en' | 'es'): unknown =>
      flat(page, locale).map(({ lines, links }) => [lines.map(({ strong }) => strong), links.length]);
    expect(shape('es')).toEqual(shape('en'));
    const lines = (locale: 'en' | 'es'): string[] => whole(page, locale).split('\n');
    expect(lines('es').filter((text) => lines('en').includes(text))).toEqual([]);
  }
});

test('[NOW-4] no country’s number, no dose and no number of hours stands in the words', () => {
  for (const page of pages) {
    const text = whole(page, 'en');
    expect(text.match(/\d{3,}/g)).toBeNull();
    expect(text).not.toMatch(/\d\s?(mg|ml|hours? after)/i);
  }
  expect(whole(missedPage, 'en')).toContain('Never take a double dose.');
});

test('[NOW-5] every page says its sources, and each source is named, with a date wherever it was read', () => {
  const used = new Set(pages.flatMap(({ sources }) => sources));
  expect([...used].sort()).toEqual(Object.keys(NOW_SOURCES).sort());
  for (const page of pages) expect(page.sources.length, page.id).toBeGreaterThan(0);
  for (const source of Object.values<NowSource>(NOW_SOURCES)) {
    expect(source.title && source.publisher && source.edition).toBeTruthy();
    if (source.url) expect(source.url).toMatch(/^https:/);
    if (source.readOn) expect(daysBetween(source.readOn, NOW_WRITTEN_ON)).toBeGreaterThanOrEqual(0);
  }
});

test('[NOW-6] written, to be looked at again after 90 days, and not yet reviewed; expired still stands', () => {
  expect(daysBetween(NOW_WRITTEN_ON, NOW_REVIEW_BY)).toBe(90);
  expect(NOW_REVIEWED_BY.en).toBe('not yet clinically reviewed');
  expect(nowFreshness(NOW_REVIEW_BY)).toBe('fresh');
  expect(nowFreshness('2027-02-24')).toBe('expired');
});

test('[NOW-7] life asks one question with 3 answers, says who sees it, and has no alarm', () => {
  const [ask] = nowSteps(lifePage, 'en');
  expect(ask!.choices.map(({ id }) => id)).toEqual(['not-safe', 'talk', 'for-now']);
  expect(whole(lifePage, 'en')).toContain('Nobody at Holdfast sees this.');
  expect(lifePage.breathing).toBe(false);
  expect(pages.filter(({ breathing }) => breathing)).toHaveLength(6);
});

test('[NOW-8] going has company, naloxone, less, no mixing; used has safe, body, person, day, later', () => {
  expect(goingPage.steps.map(({ id }) => id)).toEqual([
    'not-alone',
    'naloxone',
    'less',
    'mix',
    'tell',
    'other',
  ]);
  expect(usedPage.steps.map(({ id }) => id)).toEqual(['safe', 'body', 'tell', 'day', 'later']);
});
