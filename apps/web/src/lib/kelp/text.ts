import type { Locale } from '#locales/locale.ts';
import { plantOf, type KelpData, type MarkKind } from './types.ts';

type Words = Record<MarkKind, readonly [one: string, many: string]>;

const en: Words = {
  meeting: ['meeting', 'meetings'],
  walk: ['walk', 'walks'],
  call: ['call', 'calls'],
  milestone: ['milestone', 'milestones'],
};
const es: Words = {
  meeting: ['reunión', 'reuniones'],
  walk: ['caminata', 'caminatas'],
  call: ['llamada', 'llamadas'],
  milestone: ['momento', 'momentos'],
};
const order = ['meeting', 'walk', 'call', 'milestone'] as const;

/** The picture in words: the same facts, with full counts. */
export function kelpText(data: KelpData, locale: Locale): string {
  const { days, people, marks } = plantOf(data);
  const fronds = Math.floor(days / 7);
  const number = new Intl.NumberFormat(locale);
  const count = (n: number, [one, many]: readonly [string, string]) =>
    `${number.format(n)} ${n === 1 ? one : many}`;
  const words = locale === 'es' ? es : en;
  const added = order.filter((kind) => marks[kind]).map((kind) => count(marks[kind], words[kind]));
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(added);
  if (locale === 'es')
    return [
      'Tu alga crece desde una roca.',
      people
        ? `${count(people, ['hebra la sostiene', 'hebras la sostienen'])}, una por cada persona de tu gente.`
        : 'Se sostiene con su propio agarre.',
      fronds ? `Tiene ${count(fronds, ['hoja', 'hojas'])}, una por semana.` : 'Se abre su primera hoja.',
      ...(added.length ? [`Agregaste ${list}.`] : []),
    ].join(' ');
  return [
    'Your kelp grows from a rock.',
    people
      ? `${count(people, ['strand holds it', 'strands hold it'])}, one for each of your people.`
      : 'It holds on by its own grip.',
    fronds
      ? `It has ${count(fronds, ['frond', 'fronds'])}, one for each week.`
      : 'Its first frond is opening.',
    ...(added.length ? [`You added ${list}.`] : []),
  ].join(' ');
}
