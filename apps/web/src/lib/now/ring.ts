/** A person to ring: a name and a number, kept on this phone only. */
export interface RingPerson {
  readonly name: string;
  readonly number: string;
}

/** Where the private part keeps the people to ring, so that Right now finds them before any PIN. */
export const RING_KEY = 'hf.ring';

/** Reads what is stored there. Anything that is not a list of name and number is left out, never an error. */
export function readRing(stored: string | null): RingPerson[] {
  let value: unknown;
  try {
    value = JSON.parse(stored ?? '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(value)) return [];
  return value.flatMap((item: unknown) => {
    const { name, number } = (item ?? {}) as Record<string, unknown>;
    return typeof name === 'string' && typeof number === 'string' && telHref(number)
      ? [{ name: name.trim() || number, number }]
      : [];
  });
}

/** A `tel:` link for a number as people write it, or undefined when nothing can be dialled. */
export function telHref(number: string): string | undefined {
  const digits = number.replace(/[^\d+*#]/g, '').replace(/(?!^)\+/g, '');
  return /\d{2}/.test(digits) ? `tel:${digits.replaceAll('#', '%23')}` : undefined;
}
