import { daysBetween } from './calendar-date.ts';
import type { CalendarDate } from './calendar-date.ts';
import type { SafetyLocale } from './local-text.ts';
import { CARD_EXTRAS, CARD_STEPS } from './overdose-text.ts';
import { blockIn } from './text-block.ts';
import type { CardLine, CardList, TextBlock } from './text-block.ts';

/*
 * The overdose card: what to do when someone won't wake up or breathes slowly or strangely.
 * The words stand in `overdose-text.ts`, each with its Spanish twin; the rules are [CARD-…] in SPEC.md.
 */

/**
 * Seconds from the start of one rescue breath to the next: 12 a minute, for an adult.
 * SAMHSA Overdose Prevention and Response Toolkit (PEP23-03-00-001).
 */
export const BREATH_INTERVAL_SECONDS = 5;

/** Breaths given at once before the steady rhythm starts. Same source. */
export const FIRST_BREATHS = 2;

/**
 * Seconds after one dose of naloxone at which the card offers the next, when breathing is no better:
 * the middle of 2 to 3 minutes. Nyxoid leaflet and the pages of With You (UK).
 * Older American Heart Association charts say 4 minutes; the leaflet of the product in hand wins.
 */
export const SECOND_DOSE_SECONDS = 150;

export type StepId = 'check' | 'call' | 'naloxone' | 'breathe' | 'second-dose' | 'stay';

/** What the page puts on a step: the call button, the breath ring, or the dose clock and count. */
export type CardTool = 'call' | 'breath' | 'dose';

export type CardStep = {
  readonly id: StepId;
  readonly title: string;
  readonly lines: readonly CardLine[];
  readonly tool?: CardTool;
};

export type CardSource = {
  readonly title: string;
  readonly publisher: string;
  /** Year of the edition used. */
  readonly edition: string;
  readonly url?: string;
  /** When a published copy of it was read for this card. */
  readonly readOn: CalendarDate;
};

/** The whole card in one language. `{number}` in a text is the emergency number: see `withNumber`. */
export type OverdoseCard = {
  readonly title: string;
  readonly steps: readonly CardStep[];
  readonly signs: CardList;
  /** What each kind of naloxone needs. */
  readonly products: CardList;
  /** One line for each picture of the recovery position. */
  readonly recovery: CardList;
  readonly doNot: CardList;
  readonly tellCrew: CardList;
  /** Short facts that remove a reason to hold back. */
  readonly goodToKnow: CardList;
  readonly sources: readonly CardSource[];
  readonly version: string;
  readonly writtenOn: CalendarDate;
  readonly reviewBy: CalendarDate;
  readonly reviewedBy: string;
};

export const CARD_WRITTEN_ON: CalendarDate = '2026-11-21';
/** 90 days, because what is in the drug supply changes fast. */
export const CARD_REVIEW_BY: CalendarDate = '2027-02-19';

const READ = { readOn: CARD_WRITTEN_ON };
export const CARD_SOURCES: readonly CardSource[] = [
  {
    title: 'Overdose Prevention and Response Toolkit (PEP23-03-00-001)',
    publisher: 'SAMHSA',
    edition: '2025',
    url: 'https://library.samhsa.gov/product/overdose-prevention-response-toolkit/pep23-03-00-001',
    ...READ,
  },
  {
    title: 'Community management of opioid overdose',
    publisher: 'World Health Organization',
    edition: '2014',
    url: 'https://www.who.int/publications/i/item/9789241548816',
    ...READ,
  },
  {
    title: 'Nyxoid and Prenoxad: how to use them',
    publisher: 'With You (UK)',
    edition: 'undated',
    ...READ,
  },
  {
    title: 'Comparison of 8 mg and 4 mg nasal naloxone, MMWR 73(5)',
    publisher: 'CDC',
    edition: '2024',
    url: 'https://www.cdc.gov/mmwr/volumes/73/wr/mm7305a4.htm',
    ...READ,
  },
  { title: 'Medetomidine: questions and answers', publisher: 'CDC', edition: '2025', ...READ },
];

/** The card in one language. */
export function overdoseCard(locale: SafetyLocale): OverdoseCard {
  const list = (block: TextBlock): CardList => blockIn(block, locale);
  return {
    title: CARD_EXTRAS.title[locale],
    steps: CARD_STEPS.map(({ id, tool, ...block }) => ({ id, ...list(block), ...(tool && { tool }) })),
    signs: list(CARD_EXTRAS.signs),
    products: list(CARD_EXTRAS.products),
    recovery: list(CARD_EXTRAS.recovery),
    doNot: list(CARD_EXTRAS.doNot),
    tellCrew: list(CARD_EXTRAS.tellCrew),
    goodToKnow: list(CARD_EXTRAS.goodToKnow),
    sources: CARD_SOURCES,
    version: `${CARD_WRITTEN_ON}.1`,
    writtenOn: CARD_WRITTEN_ON,
    reviewBy: CARD_REVIEW_BY,
    reviewedBy: CARD_EXTRAS.reviewedBy[locale],
  };
}

export type TextStep = TextBlock & { readonly id: StepId; readonly tool?: CardTool };

/** `expired` after the review date: the card still shows, with "check locally". */
export const cardFreshness = (today: CalendarDate): 'fresh' | 'expired' =>
  daysBetween(CARD_REVIEW_BY, today) > 0 ? 'expired' : 'fresh';
