import { describe, expect, test } from 'vitest';
import { searchTexts } from './pages.server.ts';
import { fold, textSearch } from './search.ts';

const en = textSearch(searchTexts('en'));
const es = textSearch(searchTexts('es'));

describe('the search over all pages', () => {
  test.each([
    ['naloxone', 'overdose-and-naloxone'],
    ['detox', 'detox-alone'],
    ['sponsor', 'sponsors'],
    ['pregnant', 'pregnancy'],
    ['my own money', 'boundaries'],
    ['rent money', 'work-housing-money'],
    ['tolerence', 'tolerance'],
    ['narcan', 'overdose-and-naloxone'],
    ['suboxone', 'medicines'],
    ['what is an OD', 'overdose-and-naloxone'],
    ['my son is using heroin', 'craft-ideas'],
    ['I lost my job', 'work-housing-money'],
    ['can’t sleep', 'sleep'],
    ['someone died', 'grief'],
    ['privacy at work', 'rights-and-privacy'],
  ])('finds “%s”', (query, id) => {
    expect(en(query).slice(0, 4)).toContain(id);
  });

  test.each([
    ['mi hijo usa heroína', 'families-what-helps'],
    ['narcan', 'overdose-and-naloxone'],
    ['no puedo dormir', 'sleep'],
  ])('encuentra “%s”', (query, id) => {
    expect(es(query).slice(0, 4)).toContain(id);
  });

  test.each([
    ['recaida', 'recaída'],
    ['RECAÍDA', 'recaida'],
    ['naloxona', 'Naloxona'],
  ])('takes “%s” as “%s”, with or without marks', (one, other) => {
    expect(es(one)).toEqual(es(other));
    expect(es('desintoxicacion')[0]).toBe('detox-alone');
  });

  test('finds nothing for words of no page, and nothing for words that say nothing', () => {
    expect(en('zzzzqqqq')).toEqual([]);
    expect(en('the of and')).toEqual([]);
    expect(en('')).toEqual([]);
    expect(fold('Ñandú')).toBe('nandu');
  });
});
