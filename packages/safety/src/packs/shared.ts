import type { Hours, Line } from '../country-pack.ts';
import type { LocalText } from '../local-text.ts';

/** A name that is the same in every language. */
export const proper = (name: string): LocalText => ({ en: name, es: name });

export const ALWAYS: Hours = {
  when: 'always',
  text: { en: '24 hours, every day', es: '24 horas, todos los días' },
};

export const UNCONFIRMED: Hours = {
  when: 'unconfirmed',
  text: { en: 'Check the hours on their page', es: 'Mira el horario en su página' },
};

export const FREE: LocalText = { en: 'free', es: 'gratis' };
export const USUAL_RATE: LocalText = { en: 'your usual call rate', es: 'tu tarifa normal' };
/** The line itself is free; whether a text costs anything is up to the phone plan. */
export const FREE_PLAN_RATES: LocalText = {
  en: 'free; your phone plan may charge for texts',
  es: 'gratis; tu plan puede cobrar los mensajes',
};

/**
 * How the numbers of the first release were checked. Nobody rang them. Each one must be checked
 * again at its owner's page before a release; `releaseFindings` lists those still waiting.
 */
const BY =
  "Transcribed from published copies of the owner's pages. Not called. Check again at the owner's site before release.";

type Verified = Pick<Line, 'verifiedOn' | 'verifiedBy' | 'verification' | 'reviewBy'>;

/** 180 days. */
export const TRANSCRIBED: Verified = {
  verifiedOn: '2026-11-21',
  verifiedBy: BY,
  verification: 'transcribed',
  reviewBy: '2027-05-20',
};

/** Added later, each from two published copies or more, one of them the owner's wherever there was one. */
export const TRANSCRIBED_TWICE: Verified = {
  ...TRANSCRIBED,
  verifiedOn: '2026-11-25',
  reviewBy: '2027-05-24',
};

/** Spotting lines change hands often: 60 days. */
export const TRANSCRIBED_SPOTTING: Verified = { ...TRANSCRIBED, reviewBy: '2027-01-20' };
