import type { Instrument, InstrumentText, Scale } from '../instrument.ts';

/** What the questionnaires of the PHQ family share: their owner, their permission, their answers. */
export const PHQ_OWNER =
  'Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an educational grant from Pfizer Inc.';
export const PHQ_PERMISSION = 'No permission required to reproduce, translate, display or distribute.';

export const frequency: Scale = { values: [0, 1, 2, 3] };

const FREQUENCY = {
  en: ['Not at all', 'Several days', 'More than half the days', 'Nearly every day'],
  es: ['Ningún día', 'Varios días', 'Más de la mitad de los días', 'Casi todos los días'],
} as const;

export interface Wording<Id extends string> {
  readonly stem: string;
  readonly items: Readonly<Record<Id, string>>;
}
export type Texts<Id extends string> = { readonly en: Wording<Id>; readonly es: Wording<Id> };

/** The words of the items named, in both languages. */
export function picked<Id extends string>(
  title: string,
  ids: readonly NoInfer<Id>[],
  texts: Texts<Id>,
): Instrument['texts'] {
  const of = (language: 'en' | 'es'): InstrumentText => ({
    title,
    stem: texts[language].stem,
    items: Object.fromEntries(ids.map((id) => [id, texts[language].items[id]])),
    scales: { frequency: FREQUENCY[language] },
  });
  return { en: of('en'), es: of('es') };
}

export const PHQ_CHECKED: Instrument['checkedAgainst'] = {
  en: [
    'Central Medical Centre, NHS: https://centralmedicalcentre-morden.nhs.uk/form/phq-9/ (all nine items)',
    'UpToDate graphic 95444, as reproduced at https://pro.uptodatefree.ir/Show/95444 (all nine items, commas for dashes)',
  ],
  es: [
    'The official form, as reproduced at https://es.studenta.com/content/129686767/patient-health-questionnaire-9-spanish (all nine items, answers and permission)',
    'A public health survey in Spanish whose column headings carry questions 87.1 to 87.9 of the same form (items 4 to 9 seen word for word)',
    'A public self-assessment catalogue that names the version "Spanish for the USA" (all nine items; 6 and 8 with other punctuation)',
  ],
};

export const PHQ_TEXTS: Texts<'1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | 'nine'> = {
  en: {
    stem: 'Over the last 2 weeks, how often have you been bothered by any of the following problems?',
    items: {
      1: 'Little interest or pleasure in doing things',
      2: 'Feeling down, depressed, or hopeless',
      3: 'Trouble falling or staying asleep, or sleeping too much',
      4: 'Feeling tired or having little energy',
      5: 'Poor appetite or overeating',
      6: 'Feeling bad about yourself — or that you are a failure or have let yourself or your family down',
      7: 'Trouble concentrating on things, such as reading the newspaper or watching television',
      8: 'Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual',
      nine: 'Thoughts that you would be better off dead or of hurting yourself in some way',
    },
  },
  es: {
    stem: 'Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?',
    items: {
      1: 'Poco interés o placer en hacer cosas',
      2: 'Se ha sentido decaído(a), deprimido(a) o sin esperanzas',
      3: 'Ha tenido dificultad para quedarse o permanecer dormido(a), o ha dormido demasiado',
      4: 'Se ha sentido cansado(a) o con poca energía',
      5: 'Sin apetito o ha comido en exceso',
      6: 'Se ha sentido mal con usted mismo(a) – o que es un fracaso o que ha quedado mal con usted mismo(a) o con su familia',
      7: 'Ha tenido dificultad para concentrarse en ciertas actividades, tales como leer el periódico o ver la televisión',
      8: '¿Se ha movido o hablado tan lento que otras personas podrían haberlo notado? o lo contrario – muy inquieto(a) o agitado(a) que ha estado moviéndose mucho más de lo normal',
      nine: 'Pensamientos de que estaría mejor muerto(a) o de lastimarse de alguna manera',
    },
  },
};
