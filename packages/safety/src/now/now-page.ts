import { daysBetween } from '../calendar-date.ts';
import type { CalendarDate } from '../calendar-date.ts';
import type { LocalText, SafetyLocale } from '../local-text.ts';
import { blockIn } from '../text-block.ts';
import type { CardLine, TextBlock } from '../text-block.ts';
import type { NowSourceId } from './sources.ts';

/*
 * A page for the hard hour: what to do, step by step, each step short enough to read in tears.
 * One file holds one page, with its Spanish beside it; the rules are [NOW-…] in SPEC.md.
 */

/** The pages under Right now, by the last part of their address. */
export const NOW_PAGE_IDS = ['want', 'going', 'used', 'life', 'sick', 'missed', 'away'] as const;
export type NowPageId = (typeof NOW_PAGE_IDS)[number];

/**
 * What the page puts under a step: people and staffed lines, the same with a neutral message to send, crisis lines
 * with every channel, lines for health questions, overdose spotting lines, the emergency number, or an exercise.
 */
export type NowTool =
  'people' | 'write' | 'crisis' | 'health' | 'spotting' | 'call' | 'ride' | 'breathe' | 'ground';

/** A way on to another of these pages, to the overdose card, or to an article to read later. */
export type NowLink = { readonly to: NowPageId | 'overdose' | `learn/${string}`; readonly text: LocalText };

type Extras = { readonly id: string; readonly tool?: NowTool; readonly links?: readonly NowLink[] };

/** A step as written. `choices` are answers of which a person opens one. */
export type NowTextStep = TextBlock &
  Extras & { readonly choices?: readonly (TextBlock & Extras)[] | undefined };

export type NowText = {
  readonly id: NowPageId;
  readonly title: LocalText;
  readonly lead: LocalText;
  /** True when somebody's breathing could be at stake: the page then starts with the overdose card. */
  readonly breathing: boolean;
  readonly steps: readonly NowTextStep[];
  readonly sources: readonly NowSourceId[];
};

/** A step in one language. `{number}` in a text is the emergency number: see `withNumber`. */
export type NowStep = {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly CardLine[];
  readonly tool: NowTool | undefined;
  readonly links: readonly { readonly to: NowLink['to']; readonly text: string }[];
  readonly choices: readonly NowStep[];
};

export const NOW_WRITTEN_ON: CalendarDate = '2026-11-25';
/** 90 days, as for the overdose card. */
export const NOW_REVIEW_BY: CalendarDate = '2027-02-23';
export const NOW_REVIEWED_BY: LocalText = {
  en: 'not yet clinically reviewed',
  es: 'aún sin revisión clínica',
};

/** The steps of a page in one language. */
export const nowSteps = (page: NowText, locale: SafetyLocale): NowStep[] =>
  page.steps.map((step) => stepIn(step, locale));

function stepIn(step: NowTextStep, locale: SafetyLocale): NowStep {
  return {
    id: step.id,
    ...blockIn(step, locale),
    tool: step.tool,
    links: (step.links ?? []).map(({ to, text }) => ({ to, text: text[locale] })),
    choices: (step.choices ?? []).map((choice) => stepIn(choice, locale)),
  };
}

/** `expired` after the review date: the page still shows, with "check locally". */
export const nowFreshness = (today: CalendarDate): 'fresh' | 'expired' =>
  daysBetween(NOW_REVIEW_BY, today) > 0 ? 'expired' : 'fresh';
