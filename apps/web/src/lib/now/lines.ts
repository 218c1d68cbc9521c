import { freshness, openState } from '@holdfast/safety';
import type { Channel, CountryPack, Line, LineKind } from '@holdfast/safety';
import type { Locale } from '#locales/locale.ts';
import type { PublicWords } from '#locales/en/public.ts';

/** Packs by name in the reader's language. */
export function byName(packs: readonly CountryPack[], locale: Locale): CountryPack[] {
  return [...packs].sort((a, b) => a.name[locale].localeCompare(b.name[locale], locale));
}

/** What to tap for a channel: dial, write, or open. */
export function channelHref(channel: Channel): string {
  switch (channel.type) {
    case 'call':
      return `tel:${channel.value}`;
    case 'text':
      return channel.body
        ? `sms:${channel.value}?body=${encodeURIComponent(channel.body)}`
        : `sms:${channel.value}`;
    case 'email':
      return `mailto:${channel.value}`;
    default:
      return channel.value;
  }
}

/** A channel in words: the number itself, or "Text SHOUT to 85258". */
export function channelWords(channel: Channel, words: PublicWords): string {
  if (channel.type !== 'text') return channel.display;
  return channel.body ? words.text(channel.body, channel.display) : words.textOnly(channel.display);
}

/** A line by its name and what to do: "Samaritans 116 123", "Shout: text SHOUT to 85258". */
export function lineTitle(line: Line, locale: Locale, words: PublicWords): string {
  const name = line.name[locale];
  const [first] = line.channels;
  if (!first || name.includes(first.display)) return name;
  return first.type === 'text' ? `${name}: ${channelWords(first, words)}` : `${name} ${first.display}`;
}

/** The note of a line on Right now, where room is short: its region, a plain cost, whether it is open. */
export function shortNote(line: Line, instant: Date | undefined, locale: Locale, words: PublicWords): string {
  const note = lineNote(line, instant, locale, words);
  return line.channels[0]?.type === 'call' ? note : note.replace(line.cost[locale] + ' · ', '');
}

/**
 * The note under a line: where it serves, what it costs, whether somebody answers now. Only claims what is known.
 * @param instant now, or undefined while prerendering
 */
export function lineNote(line: Line, instant: Date | undefined, locale: Locale, words: PublicWords): string {
  const parts = [line.region?.[locale], line.cost[locale]];
  const state = instant && openState(line, instant);
  parts.push(state === 'open' ? words.openNow : line.hours.text[locale]);
  return parts.filter(Boolean).join(' · ');
}

/** Kinds of line for somebody in a hard hour who wants a voice, best first. */
const VOICES = ['suicide', 'spotting', 'drug', 'family'] as const;

/**
 * The staffed lines for Right now: lines for the whole country before regional ones, those open now first,
 * then by kind. Lines that are known to be closed are left to the full list.
 * @param instant now, or undefined while prerendering
 * @param room how many fit the screen
 */
export function staffed(pack: CountryPack, instant: Date | undefined, room: number): Line[] {
  const rank = (line: Line) => VOICES.indexOf(line.kind as (typeof VOICES)[number]);
  const open = (line: Line) => (instant ? openState(line, instant) : 'unknown');
  const weight = (line: Line) =>
    (line.region ? 100 : 0) +
    (open(line) === 'open' ? 0 : 10) +
    (line.channels[0]?.type === 'call' ? 0 : 5) +
    rank(line);
  return pack.lines
    .filter((line) => rank(line) >= 0 && open(line) !== 'closed')
    .sort((a, b) => weight(a) - weight(b))
    .slice(0, room);
}

/**
 * The lines of some kinds: the whole country before regions, in the order of the kinds, open ones before those whose
 * hours are not known, closed ones last.
 * @param instant now, or undefined while prerendering
 */
export function ofKind(pack: CountryPack, kinds: readonly LineKind[], instant: Date | undefined): Line[] {
  const weight = (line: Line) =>
    (line.region ? 100 : 0) +
    kinds.indexOf(line.kind) * 10 +
    ['open', 'unknown', 'closed'].indexOf(instant ? openState(line, instant) : 'unknown');
  return pack.lines.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => weight(a) - weight(b));
}

/** Whether any line of a country is past its review date. It still shows, with a warning. */
export function expired(pack: CountryPack, instant: Date): boolean {
  const today = instant.toISOString().slice(0, 10);
  return pack.lines.some((line) => freshness(line, today) === 'expired');
}
