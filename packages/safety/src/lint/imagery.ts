import type { SafetyLocale } from '../local-text.ts';
import { words } from './word-rule.ts';
import type { WordRule } from './word-rule.ts';

const REASON = 'pictures of using, in words too, can start an urge';

const rule = (use: string, pattern: string): WordRule => ({ pattern: words(pattern), use, reason: REASON });

/**
 * Things and acts of using. A safety text that has to name one, such as how to return needles, says so
 * with `mayName` when it is linted.
 */
export const IMAGERY: Readonly<Record<SafetyLocale, readonly WordRule[]>> = {
  en: [
    rule('equipment, or leave out', 'needles?|syringes?|spoons?|pipes?|bongs?|tourniquets?|rigs?'),
    rule('(leave out)', '(?:tin |aluminium |aluminum )?foils?|powders?|crack rocks?|baggies?'),
    rule('(leave out)', 'veins?|track marks?'),
    rule(
      'use, using',
      'shoot(?:s|ing)? up|shot up|snort(?:s|ed|ing)?|fix(?:es)? of|nod(?:ding)? out|get(?:ting)? high',
    ),
  ],
  es: [
    rule('material, o quitar', 'agujas?|jeringas?|jeringuillas?|cucharas?|cucharillas?|pipas?|torniquetes?'),
    rule('(quitar)', 'papel (?:de )?(?:aluminio|plata)|(?<!hech[oa]s? )polvos?|piedras? de crack|papelinas?'),
    rule('(quitar)', 'venas?|marcas? de pinchazos?|pinchazos?'),
    rule(
      'usar',
      'pinchar(?:se|te|me)|(?:se|te|me) pincha[ns]?|chutar(?:se|te|me)|chutes?|esnif(?:a|ar|an|as|ó)|colocar(?:se|te|me)|colocón|colocones|drogarse',
    ),
  ],
};

/** What no picture shows, beyond the words above: read in alternative texts only, where pills and money are drawn. */
export const IMAGERY_IN_PICTURES: Readonly<Record<SafetyLocale, readonly WordRule[]>> = {
  en: [
    rule(
      'draw something else',
      'pills?|tablets?|capsules?|drugs?|heroin|banknotes?|cash|money|handcuffs|graves?',
    ),
    rule('draw the person as they are', 'before[ -]and[ -]after|silhouettes?|hooded|slumped|dark alleys?'),
  ],
  es: [
    rule(
      'dibuja otra cosa',
      'pastillas?|píldoras?|tabletas?|cápsulas?|drogas?|heroína|billetes?|dinero|esposas|tumbas?',
    ),
    rule('dibuja a la persona como es', 'antes y después|siluetas?|encapuchad[oa]s?|callejón|callejones'),
  ],
};
