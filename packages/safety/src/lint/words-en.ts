import {
  BLAMES,
  CLAIM,
  JUDGES,
  MEDICINE,
  PERSON_FIRST,
  PLAIN,
  PRAISE,
  PRIVACY,
  SHAMES,
  SUICIDE,
  WAR,
  words,
} from './word-rule.ts';
import type { WordRule } from './word-rule.ts';

/** Things that can be clean or dirty without judging anybody. */
const THINGS =
  '(?:water|hands?|skin|wounds?|cloth|towel|needles?|syringes?|equipment|air|room|clothes|house)';

/** English words to avoid, after NIDA "Words Matter" (public domain) and the product's own promises. */
export const WORDS_EN: readonly WordRule[] = [
  {
    pattern: words('(?:ex-?|former |reformed )?addicts?'),
    use: 'person with opioid use disorder, person in recovery',
    reason: PERSON_FIRST,
  },
  {
    pattern: words('addicted'),
    use: 'has an opioid use disorder, or exposed (of a baby)',
    reason: PERSON_FIRST,
  },
  { pattern: words('users?(?! ?name)'), use: 'person who uses drugs, or you, people', reason: PERSON_FIRST },
  { pattern: words('junk(?:ie|y|ies)'), use: 'person who uses drugs', reason: PERSON_FIRST },
  {
    pattern: words('abus(?:e|es|ed|er|ers|ing)'),
    use: 'use, misuse; violence (by a partner)',
    reason: JUDGES,
  },
  {
    pattern: words('alcoholics?|drunks?|drunkards?'),
    use: 'person with alcohol use disorder',
    reason: PERSON_FIRST,
  },
  {
    pattern: words(`(?<!(?:wounds?|skin|hands|it|them) )clean(?! (?:the |your |their )?${THINGS})`),
    use: 'in recovery, not using; negative (of a test)',
    reason: JUDGES,
  },
  { pattern: words(`dirty(?! ${THINGS})`), use: 'using; positive (of a test)', reason: JUDGES },
  {
    pattern: words('(?:drug|heroin|opioid|pill) habits?|kick(?:ing)? (?:the|a|your) habit'),
    use: 'use disorder',
    reason: JUDGES,
  },
  { pattern: words('drug problems?'), use: 'opioid use disorder', reason: JUDGES },
  {
    pattern: words('(?:opioid )?(?:substitution|replacement)(?: therapy| treatment)|medication-assisted'),
    use: 'medication for opioid use disorder',
    reason: MEDICINE,
  },
  { pattern: words('MAT', 'gu'), use: 'medication for opioid use disorder', reason: MEDICINE },
  { pattern: words('relaps(?:e|es|ed|ing|er|ers)'), use: 'return to use, lapse, setback', reason: SHAMES },
  {
    pattern: words('non-?complian(?:t|ce)'),
    use: "stopped, was not able to, treatment didn't fit",
    reason: BLAMES,
  },
  {
    pattern: words(
      'failed (?:treatment|detox|rehab|recovery|(?:a |the )?(?:drug )?test)|treatment failures?',
    ),
    use: "stopped, treatment didn't fit; positive (of a test)",
    reason: BLAMES,
  },
  {
    pattern: words(
      'enablers?|enabling (?:him|her|them|their|behaviou?r|the)|(?:stop|been|are|is|were) enabling',
    ),
    use: "supporting; what helps, what doesn't",
    reason: BLAMES,
  },
  {
    pattern: words('co-?dependen(?:t|ts|ce|cy)'),
    use: "supporting; what helps, what doesn't",
    reason: BLAMES,
  },
  { pattern: words('commit(?:s|ted|ting)? suicide'), use: 'died by suicide', reason: SUICIDE },
  {
    pattern: words('(?:successful|unsuccessful|failed|completed) (?:suicide|attempts?)'),
    use: 'attempt; died by suicide',
    reason: SUICIDE,
  },
  {
    pattern: words(
      'battl(?:e|es|ed|ing)|demons?|war (?:on|against)|fight(?:s|ing)? (?:against |off )?(?:addiction|drugs?|heroin|urges?|cravings?)',
    ),
    use: '(leave out)',
    reason: WAR,
  },
  { pattern: words('rock[ -]bottom'), use: '(leave out)', reason: WAR },
  { pattern: words('tough love'), use: 'kind limits', reason: 'confronting people keeps them from help' },
  { pattern: words('just'), use: '(leave out), only', reason: PLAIN },
  { pattern: words('why(?=[^.?!]*\\?)'), use: 'what, how, when', reason: 'a why question sounds like blame' },
  {
    pattern: words('proven|guarantee(?:s|d)?|miracles?|cure(?:s|d)?|success rates?'),
    use: '(leave out)',
    reason: CLAIM,
  },
  {
    pattern: words(
      '(?:will|can|is going to) (?:help|keep|make|get) you (?:to )?(?:stay(?:ing)?|quit|stop|recover|sober|off)(?: \\p{L}+)?|(?:keeps|helps) you (?:sober|off|stay)|(?:highly |most |more )?effective (?:apps?|tools?|programs?|programmes?|method|way to)|(?:clinically|scientifically) (?:tested|validated|backed)|evidence-based (?:app|tool|program|programme)|life-changing|works for everyone|you will recover|never fails',
    ),
    use: '(leave out)',
    reason: CLAIM,
  },
  { pattern: words('(?<!not )anonym(?:ous|ously|ity)'), use: 'no name needed', reason: PRIVACY },
  {
    pattern: words(
      'zero[ -]knowledge|(?:military|bank)[ -]grade|HIPAA|unbreakable|100 ?% (?:safe|secure|private)|completely (?:safe|secure|private)',
    ),
    use: 'say what is protected, from whom, and what is not',
    reason: PRIVACY,
  },
  {
    pattern: words(
      'well done|(?:great|good|nice|amazing) (?:job|work)|congratulations|congrats|proud of you|awesome|streaks?',
    ),
    use: '(leave out)',
    reason: PRAISE,
  },
  {
    pattern: words('two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty'),
    use: 'digits',
    reason: 'digits are read faster',
    crisisOnly: true,
  },
];
