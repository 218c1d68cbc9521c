import type { LocalText, SafetyLocale } from '../local-text.ts';
import { SAFETY_LOCALES } from '../local-text.ts';
import type { LintFinding } from './word-lint.ts';
import { words } from './word-rule.ts';

/** What makes a sentence a claim about the world: a number of people, a comparison, a study, a year, an effect. */
export type ClaimKind = 'share' | 'comparison' | 'study' | 'year' | 'effect';

/** Words in a text that claim something a reader could ask the source of. */
export type Claim = { readonly kind: ClaimKind; readonly word: string };

const NUMBER = {
  en: '(?:\\d+(?:[.,]\\d+)?|two|three|four|five|six|seven|eight|nine|ten)',
  es: '(?:\\d+(?:[.,]\\d+)?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)',
};

const YEAR = /(?<![\p{L}\d.,/:-])(?:19|20)\d\d(?![\p{L}\d/:]|[-.,]\d)/gu;

const PATTERNS: Readonly<Record<SafetyLocale, readonly (readonly [ClaimKind, RegExp])[]>> = {
  en: [
    ['share', /\d+(?:[.,]\d+)? ?%/gu],
    [
      'share',
      words(
        `${NUMBER.en} per ?cent|${NUMBER.en} (?:out of|in) (?:every )?${NUMBER.en}(?! (?:minutes?|hours?|days?|weeks?))`,
      ),
    ],
    [
      'share',
      words(
        'half (?:of )?(?:all |the )?(?:people|deaths|overdoses|patients|who)|(?:a|one) (?:third|quarter) of|two thirds of|(?:the )?(?:majority|minority) of|most (?:people|deaths|overdoses|of (?:the )?(?:people|deaths|overdoses))',
      ),
    ],
    [
      'comparison',
      words(
        `${NUMBER.en} times (?!a |an |per |each |every |in a |today|now)\\p{L}+|twice (?:as|the)|${NUMBER.en}-fold|(?:more|less|far more|far less) (?:likely|common|effective|dangerous)(?: than)?`,
      ),
    ],
    [
      'study',
      words(
        'stud(?:y|ies)(?= (?:show|shows|showed|found|finds|find|suggest|suggests|say|says|of|in|from|with|by))|(?:a|one|this|the|recent|many|some) stud(?:y|ies)|research(?:ers)?|trials?(?= (?:show|found|of|in))|(?:clinical|randomi[sz]ed) trials?|evidence|science|scientists?|experts?|meta-analys[ie]s|surveys?|statistics',
      ),
    ],
    ['year', YEAR],
    [
      'effect',
      words(
        '(?:reduc|halv|doubl|tripl|lower|increas|rais|cut)(?:e|es|ed|ing|s|ting)? (?:the |your |their |overall )?(?:risks?|chances?|odds|deaths?|overdoses?|rates?|cravings?|urges?|harm)|halv(?:e|es|ed|ing)|doubl(?:es|ed|ing)|tripl(?:es|ed|ing)|prevent(?:s|ed)? (?:deaths?|overdoses?)|sav(?:es|ed) lives',
      ),
    ],
  ],
  es: [
    ['share', /\d+(?:[.,]\d+)? ?%/gu],
    ['share', words(`${NUMBER.es} por ciento|${NUMBER.es} de cada ${NUMBER.es}`)],
    [
      'share',
      words(
        'la mitad de (?:las|los|quienes|la gente)|(?:un|una) (?:tercio|cuarto|tercera parte|cuarta parte) de|dos tercios de|la (?:mayoría|minoría) de',
      ),
    ],
    [
      'comparison',
      words(
        `${NUMBER.es} veces (?!al |por |cada |a la |hoy|ahora)\\p{L}+|el (?:doble|triple)(?: de)?|(?:más|menos|mucho más) (?:probable|frecuente|común|eficaz|peligros[oa])s?(?: que)?`,
      ),
    ],
    [
      'study',
      words(
        'estudios?(?= (?:muestra|muestran|mostró|halló|hallaron|encontró|sugiere|sugieren|dice|dicen|de|en|con))|(?:un|este|el|varios|muchos|algunos) estudios?|investigaci(?:ón|ones)|investigadores|ensayos? (?:clínicos?|aleatorizados?)|evidencias?|ciencia|científic[oa]s?|expert[oa]s|metaanálisis|encuestas?|estadísticas?',
      ),
    ],
    ['year', YEAR],
    [
      'effect',
      words(
        '(?:reduc|baj|disminuy|aument|sub|dobl|duplic|triplic)(?:e|en|a|an|ir|ar|ió|ó|ieron|aron|iendo|ando|ía) (?:el |la |los |las |tu |su )?(?:riesgos?|probabilidad(?:es)?|muertes?|sobredosis|ganas|daños?)|a la mitad|(?:duplic|triplic)(?:a|an|ar|ó|aron)|evita[n]? (?:muertes?|sobredosis)|salva[n]? vidas',
      ),
    ],
  ],
};

/** Every claim in one text, in the order of the kinds. Years in dates and clock times are not claims. */
export function findClaims(locale: SafetyLocale, text: string): Claim[] {
  return PATTERNS[locale].flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(([word]) => ({ kind, word })),
  );
}

/** One block of an article in every language, with the ids of the sources it rests on. */
export type ArticleBlock = LocalText & { readonly sources?: readonly string[] | undefined };

/**
 * SPEC.md [WORD-9]: claims in a block that names no source, in either language. With `known`, the ids of the
 * sources that exist, a block that names another one is found as well.
 */
export function claimFindings(block: ArticleBlock, path = '', known?: ReadonlySet<string>): LintFinding[] {
  const sources = block.sources ?? [];
  const unknown = sources.filter((id) => known?.has(id) === false);
  const claims =
    sources.length > 0 ? [] : SAFETY_LOCALES.flatMap((locale) => findClaims(locale, block[locale]));
  return [
    ...claims.map(({ kind, word }) => ({
      rule: 'WORD-9' as const,
      path,
      word,
      use: 'name the id of a source on this block, or leave the claim out',
      reason: `a claim without a source (${kind})`,
    })),
    ...unknown.map((word) => ({
      rule: 'WORD-9' as const,
      path,
      word,
      use: 'the id of a source in the list',
      reason: 'no source has this id',
    })),
  ];
}
