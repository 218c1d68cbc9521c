import type { Article } from '../article.ts';
import { check, go, list, local, said, section, text } from '../blocks.ts';

export const notSubstituting: Article = {
  id: 'not-substituting',
  topic: 'treatment',
  readers: ['me', 'family', 'friend'],
  title: local('“You only swapped one drug for another”', '“Solo cambiaste una droga por otra”'),
  lead: local(
    'You may hear this at a meeting, from a boss, or at the kitchen table. Here is what is known.',
    'Quizás lo escuches en una reunión, en el trabajo o en la mesa de tu casa. Esto es lo que se sabe.',
  ),
  sections: [
    section(
      'differs',
      'What the sentence leaves out',
      'Lo que esa frase deja fuera',
      text(
        'Heroin hits fast and leaves fast. A rush, a crash, a strong urge, and again, many times a day.',
        'La heroína llega rápido y se va rápido. Euforia, bajón, ganas muy fuertes, y otra vez, varias veces al día.',
        'nida-principles',
      ),
      text(
        'Methadone and buprenorphine rise slowly and stay level. There is no rush, and urges get weaker. If heroin is taken on top, its effect is dampened.',
        'La metadona y la buprenorfina suben despacio y se mantienen parejas. No hay euforia y las ganas de usar bajan. Si se toma heroína encima, su efecto se amortigua.',
        'nida-principles',
      ),
      text(
        'What changes is the day. There can be room for work, children and sleep.',
        'Lo que cambia es el día. Puede haber lugar para el trabajo, los hijos y el descanso.',
        'surgeon-general-2016',
      ),
    ),
    section(
      'dependence',
      'The part that is true',
      'La parte que es cierta',
      text(
        'The body does get used to these medicines. Stopping them suddenly brings withdrawal. That is dependence, and it is no secret.',
        'El cuerpo sí se acostumbra a estos medicamentos. Dejarlos de golpe trae abstinencia. Eso es dependencia, y nadie lo oculta.',
        'fda-dental-2022',
        'asam-2020',
      ),
      text(
        'The disorder is something else: losing control, and harm that grows. Doctors do not count dependence on a medicine taken as ordered.',
        'El trastorno es otra cosa: perder el control y un daño que crece. Los médicos no cuentan la dependencia de un medicamento tomado como se indicó.',
        'bccsu-criteria',
      ),
    ),
    section(
      'numbers',
      'What the numbers say',
      'Lo que dicen los números',
      text(
        'One review joined 36 studies that followed 749,634 people. During treatment the death rate was 0.47 times the rate outside it: less than half.',
        'Una revisión reunió 36 estudios con 749 634 personas. Durante el tratamiento, la tasa de muerte fue 0,47 veces la de fuera: menos de la mitad.',
        'santo-2021',
      ),
      text(
        'It held for women and men, for young and old, with methadone and with buprenorphine. In New South Wales the 4 weeks after prison were studied. On medicine, the risk of death was 75% lower.',
        'Se vio en mujeres y hombres, en jóvenes y mayores, con metadona y con buprenorfina. En Nueva Gales del Sur se miraron las 4 semanas después de la cárcel. Con el medicamento, el riesgo de morir fue 75% menor.',
        'santo-2021',
        'degenhardt-2014',
      ),
      text(
        'A fair note: these studies watched people and did not assign them by chance. Those who stay in treatment may differ in other ways. In trials by chance, buprenorphine kept more people in treatment than a dummy pill.',
        'Para ser justos: estos estudios observaron a las personas, no las asignaron al azar. Quienes siguen en tratamiento pueden ser distintos en otras cosas. En ensayos al azar, con buprenorfina más personas siguieron en tratamiento que con placebo.',
        'santo-2021',
        'mattick-2014',
      ),
    ),
    section(
      'limits',
      'What medicine does not do',
      'Lo que el medicamento no hace',
      text(
        'It does not find a home, heal grief or mend a family. Some people live well without it. That is their road. With medicine is recovery too.',
        'No consigue casa, no sana un duelo ni repara una familia. Algunas personas viven bien sin él. Es su camino. Con medicamento también es recuperación.',
      ),
    ),
    section(
      'say',
      'Words you can use',
      'Palabras que puedes usar',
      list(
        said(
          '“It is a treatment. My doctor and I chose it.”',
          '“Es un tratamiento. Lo elegimos mi médico y yo.”',
        ),
        said(
          '“I feel steady on it. I would like your support.”',
          '“Me siento estable con él. Me gustaría tu apoyo.”',
        ),
        said(
          '“I don’t discuss my medicine. How was your week?”',
          '“No hablo de mis medicamentos. ¿Qué tal tu semana?”',
        ),
      ),
      text(
        'You owe nobody your medical story. If a group wants you to stop, you can pick another group.',
        'No le debes a nadie tu historia médica. Si un grupo quiere que lo dejes, puedes elegir otro grupo.',
      ),
      go('/learn/groups-kinds', 'Which groups welcome medicine', 'Qué grupos aceptan el medicamento'),
      go('/now/lines', 'Talk it over with a person', 'Háblalo con alguien'),
    ),
  ],
  checks: [
    check(
      local('What did the review of 36 studies find?', '¿Qué encontró la revisión de 36 estudios?'),
      [
        local(
          'Less than half the death rate during treatment',
          'Menos de la mitad de muertes durante el tratamiento',
        ),
        local('No difference', 'Ninguna diferencia'),
        local('Nobody in treatment died', 'Nadie en tratamiento murió'),
      ],
      local(
        'The rate was 0.47 times as high. Lower is not zero, so naloxone still belongs at home.',
        'La tasa fue 0,47 veces. Menor no es cero: la naloxona sigue haciendo falta en casa.',
      ),
      1,
    ),
  ],
  related: ['medicines', 'groups-kinds', 'talking', 'detox-alone'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
