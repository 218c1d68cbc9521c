/** The kinds of way by which a person gets their page back when this phone is gone. */
export interface WaysBack {
  /** A recovery card. `checked`: part of its code was typed from the paper. */
  readonly card: 'none' | 'made' | 'checked';
  /** Another phone of the person's own, which has opened the page. */
  readonly phone: boolean;
  /** Enough trusted people keep their part. */
  readonly people: boolean;
}

/**
 * Whether the app may say "backed up": with two kinds, so that no one loss takes all, one of which is known to work.
 * Another phone is: it opened the page. Trusted people are known to work on the day they are asked, and not before.
 */
export const isBackedUp = ({ card, phone, people }: WaysBack): boolean =>
  [card !== 'none', phone, people].filter(Boolean).length >= 2 && (card === 'checked' || phone);
