import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const groupsKinds: Article = {
  id: 'groups-kinds',
  topic: 'people',
  readers: ['me', 'family', 'friend'],
  title: local(
    'Kinds of groups, and how they see medicine',
    'Tipos de grupos y qué piensan de los medicamentos',
  ),
  lead: local(
    'There is more than one kind of group. You can try several, keep what helps, and keep your medicine.',
    'Hay más de un tipo de grupo. Puedes probar varios, quedarte con lo que te ayuda y seguir con tu medicamento.',
  ),
  sections: [
    section(
      'kinds',
      'Who meets, and how',
      'Quiénes se reúnen y cómo',
      list(
        said(
          '12-step groups, such as Narcotics Anonymous (NA). People tell how they live with recovery and work through steps. No fee.',
          'Grupos de 12 pasos, como Narcóticos Anónimos (NA). La gente cuenta cómo vive su recuperación y sigue unos pasos. No se paga.',
          'na-what-to-expect',
          'na-no-cost',
        ),
        said(
          'Skills groups, such as SMART Recovery. They use tools for urges, thoughts and plans, and no steps.',
          'Grupos de herramientas, como SMART Recovery. Se practican modos de manejar las ganas, las ideas y los planes. No hay pasos.',
          'smart-family',
        ),
        said(
          'Groups without prayer or steps, such as LifeRing. Members lead them, and nobody needs a sponsor.',
          'Grupos sin oración ni pasos, como LifeRing. Los dirigen sus miembros, y nadie necesita padrino o madrina.',
          'lifering',
        ),
        said(
          'Groups made for people on medicine, such as Medication-Assisted Recovery Anonymous (MARA).',
          'Grupos para personas que toman medicamento, como Medication-Assisted Recovery Anonymous (MARA).',
          'mara-2024',
        ),
        said(
          'Groups for relatives and friends, such as Nar-Anon or SMART Family and Friends.',
          'Grupos para familiares y amistades, como Nar-Anon o SMART Family and Friends.',
          'nar-anon',
          'smart-family',
        ),
      ),
      text(
        'Many meet online too. Some are for women, for young people, or for LGBTQ+ people.',
        'Muchos se reúnen también en línea. Algunos son para mujeres, para jóvenes o para personas LGBTQ+.',
      ),
    ),
    section(
      'medicine',
      'What they say about medicine',
      'Qué dicen de los medicamentos',
      text(
        'Methadone and buprenorphine are treatment. In 36 studies, people died about half as often while they took them. Not every group sees it so. Here is what each one writes.',
        'La metadona y la buprenorfina son tratamiento. En 36 estudios hubo cerca de la mitad de muertes mientras las personas las tomaban. No todos los grupos lo ven igual. Esto es lo que escribe cada uno.',
        'santo-2021',
      ),
      list(
        said(
          'NA: everyone is welcome at meetings. NA stands for complete abstinence, and sets these medicines apart from other prescriptions. Each group decides whether people on them may speak or lead.',
          'NA: todas las personas pueden ir a las reuniones. NA busca la abstinencia completa y ve estos medicamentos aparte de otras recetas. Cada grupo decide si quien los toma puede hablar o dirigir.',
          'na-medication-2011',
          'na-bulletin-1996',
        ),
        said(
          'AA: no member should play doctor. Advice about medicine comes from a doctor.',
          'AA: ningún miembro debe hacer de médico. Los consejos sobre medicamentos los da un profesional de la salud.',
          'aa-medications-2011',
        ),
        said(
          'SMART Recovery USA: it supports prescribed methadone and buprenorphine.',
          'SMART Recovery de Estados Unidos: apoya la metadona y la buprenorfina recetadas.',
          'smart-medication-2022',
        ),
        said(
          'LifeRing: it supports medicine taken as prescribed, when you are honest with your doctor.',
          'LifeRing: apoya el medicamento tomado como se recetó, si hablas claro con tu médico.',
          'lifering',
        ),
        said(
          'MARA: it is there for people on medicine. In a small study, they felt less judged than in AA or NA.',
          'MARA: está para quienes toman medicamento. En un estudio pequeño se sintieron menos juzgados que en AA o NA.',
          'mara-2024',
        ),
      ),
      text(
        'Groups with the same name can differ. One room may be cold and the next one warm.',
        'Con el mismo nombre, los grupos pueden ser distintos. Una sala puede ser fría y la siguiente, cálida.',
        'na-rooms-2018',
      ),
      note(
        'Nobody in a group can tell you to stop your medicine. Talk with your prescriber before any change. After a break, a dose that was once usual can kill.',
        'Nadie de un grupo puede decirte que dejes tu medicamento. Habla con quien te lo receta antes de cambiar algo. Después de una pausa, una dosis que antes era normal puede matar.',
        'aa-medications-2011',
        'strang-2003',
      ),
    ),
    section(
      'research',
      'What studies can tell',
      'Qué saben los estudios',
      text(
        'Among 300 people on buprenorphine, those who went to more NA meetings more often stayed in treatment. Those who were made to go did no better.',
        'Entre 300 personas con buprenorfina, quienes fueron más a NA siguieron más en el tratamiento. A quienes se les obligó a ir no les fue mejor.',
        'na-buprenorphine-2015',
      ),
      text(
        'A review of 2025 calls the evidence hopeful but not complete. People who choose a group may differ from the start. For newer groups there is little research yet.',
        'Una revisión de 2025 dice que los datos dan esperanza, pero faltan más. Quienes eligen un grupo quizá ya eran distintos. De los grupos nuevos se sabe poco todavía.',
        'mutual-help-2025',
      ),
    ),
    section(
      'choose',
      'Finding one that fits',
      'Encontrar el tuyo',
      steps(
        said(
          'Pick 2 groups of different kinds. Online counts.',
          'Elige 2 grupos de distinto tipo. En línea también vale.',
        ),
        said(
          'If you take medicine, ask first: “Can people on methadone or buprenorphine speak here?”',
          'Si tomas medicamento, pregunta antes: “¿Aquí pueden hablar quienes toman metadona o buprenorfina?”.',
        ),
        said(
          'Go, and see how you feel afterwards. If you felt shamed, try another door.',
          'Ve y mira cómo te sientes después. Si te hicieron sentir vergüenza, prueba otra puerta.',
        ),
      ),
      go('/learn/first-meeting', 'Your first meeting', 'Tu primera reunión'),
    ),
  ],
  checks: [
    check(
      local(
        'Someone at a group says you must stop methadone. What is a safe next step?',
        'Alguien del grupo dice que debes dejar la metadona. ¿Cuál es un próximo paso seguro?',
      ),
      [
        local(
          'Keep taking it and talk with your prescriber',
          'Seguir tomándola y hablar con quien la receta',
        ),
        local('Stop it today', 'Dejarla hoy'),
        local('Take half for a while', 'Tomar la mitad por un tiempo'),
      ],
      local(
        'Changes belong to you and your prescriber. If you stop, tolerance goes, and a former dose can kill.',
        'Los cambios los deciden tú y quien te receta. Si la dejas, baja la tolerancia y una dosis de antes puede matar.',
      ),
      1,
    ),
  ],
  related: ['first-meeting', 'sponsors', 'not-substituting'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
