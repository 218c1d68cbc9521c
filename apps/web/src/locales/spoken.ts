/** For tests: what a catalogue says. */

/** A large number to call functions with: a wait in seconds. It looks dialable, and is not. */
export const LARGE = 90_000;

/** The catalogue with every function replaced by what it says of a name, and of a number. */
export function spoken(value: unknown): unknown {
  if (typeof value === 'function') {
    // A word for a name or a day; a function of a number is called with one as well.
    const say = value as (...args: readonly unknown[]) => string;
    return [say('Ana', 'Ana'), say(3, 3), say(LARGE, 1), say(0, 0)];
  }
  if (Array.isArray(value)) return value.map(spoken);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, spoken(inner)]));
  return value;
}

/** What a catalogue has to say, without the words: two languages must have the same. */
export const shape = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(shape)
    : typeof value === 'object' && value
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, shape(part)]))
      : typeof value;
