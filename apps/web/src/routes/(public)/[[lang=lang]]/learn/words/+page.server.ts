import { GLOSSARY } from '@holdfast/safety/learn';
import { localeOf } from '#locales/locale.ts';

export const load = ({ params }: { params: { lang?: string } }) => {
  const locale = localeOf(params.lang);
  return {
    words: GLOSSARY.map(({ word, means, see }) => ({
      word: word[locale],
      means: means[locale],
      ...(see === undefined ? {} : { see }),
    })).toSorted((a, b) => a.word.localeCompare(b.word, locale)),
  };
};
