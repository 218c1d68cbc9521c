import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const detoxAlone: Article = {
  id: 'detox-alone',
  topic: 'treatment',
  readers: ['me', 'family', 'friend'],
  title: local('Detox alone is not treatment', 'La desintoxicación sola no es tratamiento'),
  lead: local(
    'Detox gets the drug out of the body. What comes next decides how safe you are.',
    'La desintoxicación saca la droga del cuerpo. Lo que sigue decide cuánta seguridad tienes.',
  ),
  sections: [
    section(
      'what',
      'What detox does, and does not do',
      'Lo que hace y lo que no hace',
      text(
        'After detox the body no longer needs the drug. The urges, the memories and the stress are still there. Guides in the US and in Canada agree. They advise against detox with nothing after it.',
        'Después, el cuerpo ya no necesita la droga. Las ganas, los recuerdos y el estrés siguen ahí. Guías de Estados Unidos y de Canadá coinciden. No la aconsejan si después no hay nada.',
        'asam-2020',
        'bccsu-2023',
      ),
      text(
        'Tolerance goes down fast. The amount from before can now stop your breath.',
        'La tolerancia baja rápido. La cantidad de antes ahora puede cortarte la respiración.',
        'strang-2003',
      ),
    ),
    section(
      'known',
      'What was seen',
      'Lo que se ha visto',
      text(
        'In London, 137 people began a 28-day detox. 37 did all of it. 3 people died of overdose within 4 months. All 3 were among those 37.',
        'En Londres, 137 personas empezaron un programa de 28 días. 37 lo hicieron completo. 3 murieron por sobredosis en los 4 meses siguientes. Las 3 eran de esas 37.',
        'strang-2003',
      ),
      text(
        'It was a small study. Larger ones point the same way. The first 28 days after a hospital stay are dangerous too. So are the first weeks after prison.',
        'Fue un estudio pequeño. Otros más grandes van en la misma dirección. Los primeros 28 días tras salir del hospital también son peligrosos. Y las primeras semanas tras la cárcel.',
        'white-2015',
        'degenhardt-2014',
      ),
      text(
        'Finishing a detox is no mistake. It needs a plan for the weeks after.',
        'Terminar una desintoxicación no es un error. Hace falta un plan para las semanas de después.',
      ),
    ),
    section(
      'plan',
      'Before you go in, ask',
      'Antes de entrar, pregunta',
      steps(
        said('Can I start medicine and skip the detox?', '¿Puedo empezar con medicamento en vez de esto?'),
        said(
          'If I do detox, which medicine do I leave with?',
          'Si lo hago, ¿con qué medicamento salgo?',
          'bccsu-2023',
        ),
        said('Who sees me in the first week? On what day?', '¿Quién me ve la primera semana? ¿Qué día?'),
        said('Do I get naloxone to take home?', '¿Me dan naloxona para llevar a casa?', 'asam-2020'),
      ),
    ),
    section(
      'home',
      'Please don’t do it alone at home',
      'Por favor, no lo hagas en casa sin ayuda',
      text(
        'Opioid withdrawal rarely kills. It can: much vomiting and diarrhea dry the body out and harm the heart. Medical care prevents this.',
        'La abstinencia de opioides pocas veces mata. Puede hacerlo: mucho vómito y diarrea secan el cuerpo y dañan el corazón. La atención médica lo evita.',
        'ndarc-withdrawal',
      ),
      list(
        said(
          'Get medical help now if you can’t keep water down, or if you faint. Also if you feel confused or have chest pain.',
          'Busca ayuda médica ya si no retienes el agua o te desmayas. También si hay confusión o dolor de pecho.',
          'ndarc-withdrawal',
        ),
        said(
          'If you drink or take benzos every day, never stop them suddenly. Fits can follow, and they can kill.',
          'Si tomas alcohol o benzodiacepinas a diario, nunca los dejes de golpe. Puede haber convulsiones, y pueden matar.',
          'fda-benzo-2020',
          'ncchc-alcohol-2020',
        ),
        said(
          'If you are pregnant, don’t stop opioids suddenly.',
          'Si estás embarazada, no dejes los opioides de golpe.',
          'cdc-pregnancy',
        ),
      ),
    ),
    section(
      'out',
      'If you are out already',
      'Si ya saliste',
      note(
        'You can still start medicine now. Ask today. Keep naloxone near, tell 1 person, and try not to be alone.',
        'Todavía puedes empezar con medicamento. Pide hoy. Ten naloxona cerca, avisa a 1 persona y trata de no estar a solas.',
        'asam-2020',
      ),
      go('/learn/tolerance', 'What lost tolerance means', 'Qué significa perder tolerancia'),
      go('/learn/first-90-days', 'A plan for the first 90 days', 'Un plan para los primeros 90 días'),
      go('/now/lines', 'Talk to a person now', 'Habla con alguien ahora'),
    ),
  ],
  checks: [
    check(
      local('What makes the weeks after detox dangerous?', '¿Qué hace peligrosas las semanas de después?'),
      [
        local('The body can take less than before', 'El cuerpo aguanta menos que antes'),
        local('The detox did not work', 'La desintoxicación no sirvió'),
        local('Naloxone stops working', 'La naloxona deja de servir'),
      ],
      local(
        'Tolerance is low. The old amount can be too much.',
        'La tolerancia es baja. La cantidad de antes puede ser demasiado.',
      ),
      0,
    ),
    check(
      local('What should be in place before detox?', '¿Qué debe estar listo antes?'),
      [
        local('Medicine, a date with a person, and naloxone', 'Medicamento, una cita con alguien y naloxona'),
        local('A promise to be strong', 'Una promesa de tener fuerza'),
      ],
      local(
        'A plan for after keeps you safer than a promise.',
        'Un plan para después protege más que una promesa.',
      ),
      1,
    ),
  ],
  related: ['tolerance', 'medicines', 'first-90-days', 'overdose-and-naloxone'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
