/** Choosing a PIN: typed twice, and only kept when both are the same 6 digits. */
export const PIN_LENGTH = 6;

/** The digits in what was typed, at most 6: a number pad may add spaces, and some write their own digits. */
export const pinDigits = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, toDigit)
    .replace(/\D/g, '')
    .slice(0, PIN_LENGTH);

/** Decimal digits of any script: each stands at its value above a multiple of ten from its zero. */
function toDigit(letter: string): string {
  if (/\d/.test(letter)) return letter;
  let zero = letter.codePointAt(0) ?? 0;
  const at = zero;
  while (/\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && at - zero < 9) zero--;
  return String(at - zero);
}

export type PinEntry =
  | { readonly step: 'choose'; readonly trouble?: 'short' | 'differs' }
  | { readonly step: 'again'; readonly first: string; readonly trouble?: 'short' }
  | { readonly step: 'chosen'; readonly pin: string };

export const PIN_START: PinEntry = { step: 'choose' };

/** What follows when `typed` was entered. */
export function enterPin(entry: PinEntry, typed: string): PinEntry {
  const pin = pinDigits(typed);
  switch (entry.step) {
    case 'choose':
      return pin.length === PIN_LENGTH ? { step: 'again', first: pin } : { step: 'choose', trouble: 'short' };
    case 'again':
      if (pin.length !== PIN_LENGTH) return { ...entry, trouble: 'short' };
      return pin === entry.first ? { step: 'chosen', pin } : { step: 'choose', trouble: 'differs' };
    case 'chosen':
      return entry;
  }
}
