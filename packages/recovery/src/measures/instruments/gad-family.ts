import type { Instrument } from '../instrument.ts';
import type { Texts } from './phq-family.ts';

export const GAD_CHECKED: Instrument['checkedAgainst'] = {
  en: [
    'https://scales.arabpsychology.com/index.php/s/gad-7-anxiety-severity/ (stem and all seven items)',
    'kind-lab/voice-biomarker-fhir, input/fsh/instances/ReproSchemaGeneratedGAD7_fsh.fsh, and ReproNim/reproschema-library, activities/GAD7 (stem and items, with question marks)',
    'HL7/personal-health-record-format-ig, QuestionnaireResponse-ScoredAssessment-GAD7.fsh (items 1 and 3 to 7, and "Not at all")',
  ],
  es: [
    'A public voice-test app from Colombia that names its text "Spanish for the USA" of phqscreeners.com (stem, seven items, four answers)',
    'A public self-assessment catalogue that names the same version (stem and seven items)',
  ],
};

/** The first answer is "Not at all": the "Not at all sure" of many copies is an error (Zorowitz et al. 2021). */
export const GAD_TEXTS: Texts<'1' | '2' | '3' | '4' | '5' | '6' | '7'> = {
  en: {
    stem: 'Over the last 2 weeks, how often have you been bothered by the following problems?',
    items: {
      1: 'Feeling nervous, anxious or on edge',
      2: 'Not being able to stop or control worrying',
      3: 'Worrying too much about different things',
      4: 'Trouble relaxing',
      5: 'Being so restless that it is hard to sit still',
      6: 'Becoming easily annoyed or irritable',
      7: 'Feeling afraid as if something awful might happen',
    },
  },
  es: {
    stem: 'Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?',
    items: {
      1: 'Se ha sentido nervioso(a), ansioso(a) o con los nervios de punta',
      2: 'No ha sido capaz de parar o controlar su preocupación',
      3: 'Se ha preocupado demasiado por motivos diferentes',
      4: 'Ha tenido dificultad para relajarse',
      5: 'Se ha sentido tan inquieto(a) que no ha podido quedarse quieto(a)',
      6: 'Se ha molestado o irritado fácilmente',
      7: 'Ha tenido miedo de que algo terrible fuera a pasar',
    },
  },
};
