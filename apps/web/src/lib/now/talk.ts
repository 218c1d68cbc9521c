import { emergencyNumber, openState } from '@holdfast/safety';
import type { Channel, CountryPack, Line, LineKind } from '@holdfast/safety';
import type { IconName } from '#lib/ui/icons.ts';
import type { Words } from '#lib/words.ts';
import { channelHref, channelWords, lineTitle, ofKind, shortNote, staffed } from './lines.ts';
import { telHref } from './ring.ts';
import type { RingPerson } from './ring.ts';

/** What is known of this phone; without a country there are no lines. */
export interface Around {
  readonly pack: CountryPack | undefined;
  readonly people: readonly RingPerson[];
  /** Undefined while prerendering. */
  readonly now: Date | undefined;
}

/** Something to tap that reaches a person. */
export interface TalkRow {
  readonly href: string;
  readonly icon: IconName;
  readonly title: string;
  readonly note?: string | undefined;
}

/**
 * Whom a step offers. `people`: those saved on this phone, then staffed lines. `write`: the same, with messages.
 * `crisis`: crisis lines with all their channels, then the people. `health`, `spotting`: lines of that kind.
 */
const TALK_KINDS = ['people', 'write', 'crisis', 'health', 'spotting'] as const;
export type TalkKind = (typeof TALK_KINDS)[number];

/** Whether the tool of a step is somebody to reach. */
export const isTalk = (tool: string | undefined): tool is TalkKind =>
  TALK_KINDS.some((kind) => kind === tool);

const ICONS: Readonly<Record<Channel['type'], IconName>> = {
  call: 'phone',
  text: 'message',
  email: 'message',
  chat: 'web',
  web: 'web',
};
const KINDS: Readonly<Record<'crisis' | 'health' | 'spotting', readonly LineKind[]>> = {
  crisis: ['suicide'],
  health: ['medical', 'drug'],
  spotting: ['spotting'],
};

/**
 * The rows of a step. Empty when nothing is known.
 * @param room how many staffed lines for anything; the others are one tap away
 */
export function talkRows(kind: TalkKind, around: Around, words: Words, room = 2): TalkRow[] {
  const { people, now } = around;
  const lineRows = linesFor(kind, around, room).flatMap((line) => rowsOf(line, kind, now, words));
  if (kind === 'health' || kind === 'spotting') return lineRows;
  const peopleRows = people.flatMap((person) => personRows(person, kind === 'write', words));
  return kind === 'crisis' ? [...lineRows, ...peopleRows] : [...peopleRows, ...lineRows];
}

/** Closed lines stand only among those for health questions, with their hours: they can be rung tomorrow. */
function linesFor(kind: TalkKind, { pack, now }: Around, room: number): Line[] {
  if (!pack) return [];
  if (kind === 'people' || kind === 'write') return staffed(pack, now, room);
  const lines = ofKind(pack, KINDS[kind], now);
  return kind === 'health' || !now ? lines : lines.filter((line) => openState(line, now) !== 'closed');
}

/**
 * The one row at the foot of a page: the person saved first, or a staffed line, or the emergency number.
 * @param lineFirst on the page about suicide a crisis line stands before a friend
 */
export function footRow(around: Around, lineFirst: boolean, words: Words): TalkRow | undefined {
  const { pack } = around;
  const callable = (rows: TalkRow[]): TalkRow | undefined => rows.find(({ href }) => href.startsWith('tel:'));
  const emergency = pack && {
    href: `tel:${emergencyNumber(pack)}`,
    icon: 'phone' as const,
    title: words.public.call(emergencyNumber(pack)),
  };
  return callable(talkRows(lineFirst ? 'crisis' : 'people', around, words)) ?? emergency;
}

function rowsOf(line: Line, kind: TalkKind, now: Date | undefined, words: Words): TalkRow[] {
  const every = kind === 'crisis' || kind === 'write';
  // A page has nobody behind it, and a letter may be answered in days: not for somebody who might act now.
  const reaches = ({ type }: Channel): boolean => type !== 'web' && (kind !== 'crisis' || type !== 'email');
  const channels = every ? line.channels.filter(reaches) : line.channels.slice(0, 1);
  return channels.map((channel, index) => ({
    href: channelHref(channel),
    icon: ICONS[channel.type],
    title:
      index === 0
        ? lineTitle(line, words.locale, words.public)
        : `${line.name[words.locale]}: ${channelWords(channel, words.public)}`,
    note: index === 0 ? firstNote(line, now, words) : channel.note?.[words.locale],
  }));
}

/** Where it serves, what to press, whether somebody answers now. What it costs gives way to what to press. */
function firstNote(line: Line, now: Date | undefined, words: Words): string {
  const press = line.channels[0]?.note?.[words.locale].replace(/\.$/, '');
  if (!press) return shortNote(line, now, words.locale, words.public);
  const open = now && openState(line, now) === 'open' ? words.public.openNow : line.hours.text[words.locale];
  return [line.region?.[words.locale], press, open].filter(Boolean).join(' · ');
}

function personRows({ name, number }: RingPerson, write: boolean, words: Words): TalkRow[] {
  const href = telHref(number);
  if (!href) return [];
  const call: TalkRow = { href, icon: 'phone', title: words.public.ring(name) };
  if (!write) return [call];
  const body = encodeURIComponent(words.public.writeBody);
  const sms = `${href.replace('tel:', 'sms:')}?body=${body}`;
  return [
    call,
    { href: sms, icon: 'message', title: words.public.write(name), note: words.public.writeNote },
  ];
}

/** Whether any of these lines may send help by itself; said before it is rung. */
export const maySend = (kind: TalkKind, around: Around): boolean =>
  (kind === 'crisis' || kind === 'spotting') &&
  linesFor(kind, around, 0).some(({ mayDispatchEmergency }) => mayDispatchEmergency);
