import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, text } from '../blocks.ts';

export const medicines: Article = {
  id: 'medicines',
  topic: 'treatment',
  readers: ['me', 'family', 'friend'],
  title: local('Methadone, buprenorphine, naltrexone', 'Metadona, buprenorfina, naltrexona'),
  lead: local(
    '3 medicines, 3 ways of working. Knowing the difference helps you ask for the one that fits.',
    'Son 3 medicamentos y 3 formas de actuar. Conocer la diferencia ayuda a pedir el que te sirve.',
  ),
  sections: [
    section(
      'methadone',
      'Methadone',
      'Metadona',
      text(
        'Methadone is an opioid that works slowly and evenly. It eases withdrawal and urges. At a treatment dose it does not give a high.',
        'La metadona es un opioide de acción lenta y pareja. Alivia la abstinencia y las ganas de usar. En dosis de tratamiento no da euforia.',
        'nida-medicines',
      ),
      text(
        'The first 4 weeks need close care: deaths are about twice as frequent then as later in treatment.',
        'Las primeras 4 semanas piden más cuidado: las muertes son cerca del doble que después en el tratamiento.',
        'santo-2021',
      ),
      text(
        'It can slow breathing and change the heart rhythm. A single dose can kill a child. Lock it away, and tell your clinic every other medicine you take.',
        'Puede frenar la respiración y alterar el ritmo del corazón. Una sola dosis puede matar a un niño. Guárdala con llave y di en tu clínica qué más tomas.',
        'methadone-label',
      ),
    ),
    section(
      'buprenorphine',
      'Buprenorphine',
      'Buprenorfina',
      text(
        'Buprenorphine acts on the same spots, but less strongly. It eases withdrawal and urges, and it is safer in overdose than full opioids.',
        'La buprenorfina actúa en los mismos puntos, con menos fuerza. Alivia la abstinencia y las ganas de usar, y es más segura en sobredosis que los opioides plenos.',
        'nida-medicines',
        'coe-2019',
      ),
      text(
        'It melts under the tongue each day, or is given by injection about once a month. Taken too soon after other opioids, it can bring sudden, strong withdrawal. Your prescriber sets the time.',
        'Se disuelve bajo la lengua cada día, o se inyecta más o menos una vez al mes. Si se toma muy pronto después de otros opioides, puede causar abstinencia fuerte y repentina. El momento lo decide quien receta.',
        'coe-2019',
        'asam-2020',
      ),
      text(
        'For your teeth: once it has melted, swish with water and swallow. Wait 1 hour before you brush.',
        'Para tus dientes: cuando se disuelva, enjuágate con agua y traga. Espera 1 hora antes de cepillarte.',
        'fda-dental-2022',
      ),
    ),
    section(
      'naltrexone',
      'Naltrexone',
      'Naltrexona',
      text(
        'Naltrexone is not an opioid. It blocks opioids. It does not ease withdrawal, and it causes withdrawal if opioids are still in the body.',
        'La naltrexona no es un opioide. Los bloquea. No alivia la abstinencia, y la provoca si aún hay opioides en el cuerpo.',
        'naltrexone-label',
      ),
      text(
        'Starting is the hard part. In one trial 28 of 100 people did not get to start it, against 6 of 100 with buprenorphine. Those who did start did about as well.',
        'Empezar es lo difícil. En un ensayo, 28 de cada 100 personas no llegaron a empezarla, contra 6 de cada 100 con buprenorfina. Entre quienes empezaron, los resultados fueron parecidos.',
        'lee-2018',
      ),
      text(
        'It is a monthly injection. Near the end of the month, or after a missed one, the block fades and tolerance is low. An overdose can then happen with less.',
        'Es una inyección mensual. Al final del mes, o si falta una, el bloqueo se va y la tolerancia es baja. Entonces una cantidad menor puede causar sobredosis.',
        'naltrexone-label',
      ),
    ),
    section(
      'safe',
      'True for all 3',
      'Cierto para los 3',
      list(
        said(
          'Never take a double dose to make up for a missed one. After 3 days or more, call your prescriber before you start again.',
          'Nunca tomes doble dosis para reponer una. Después de 3 días o más, llama a quien te receta antes de volver a empezar.',
          'orange-book-2017',
        ),
        said(
          'There is no set end date. Stopping is a plan you make with your prescriber.',
          'No hay una fecha fija para terminar. Dejarlo es un plan que haces con quien te receta.',
          'asam-2020',
        ),
        said(
          'Benzos or other sedatives make every opioid riskier. Say that you take them. It is no reason to refuse you methadone or buprenorphine.',
          'Las benzodiacepinas y otros sedantes hacen más peligroso todo opioide. Di que los tomas. No es motivo para negarte la metadona o la buprenorfina.',
          'fda-sedatives-2017',
        ),
        said(
          'Keep naloxone at home, and show people where it is.',
          'Ten naloxona en casa y muestra dónde está.',
          'asam-2020',
        ),
      ),
      note(
        'The strongest evidence on staying alive is for methadone and buprenorphine.',
        'La evidencia más fuerte sobre seguir con vida es de la metadona y la buprenorfina.',
        'santo-2021',
      ),
    ),
    section(
      'ask',
      'What to ask',
      'Qué preguntar',
      list(
        said(
          'Which of the 3 can you give me? Who offers the others?',
          '¿Cuál de los 3 puedes darme? ¿Quién ofrece los otros?',
        ),
        said('What will the first week be like?', '¿Cómo será la primera semana?'),
        said('What do I do when I miss a dose?', '¿Qué hago si me falta una dosis?'),
        said(
          'Is it safe with what else I take, and with alcohol?',
          '¿Es seguro con lo demás que tomo y con alcohol?',
        ),
      ),
      go('/learn/not-substituting', 'Is it one drug for another?', '¿Es cambiar una droga por otra?'),
      go('/now/lines', 'Ask a person where to start', 'Pregunta a alguien dónde empezar'),
    ),
  ],
  checks: [
    check(
      local(
        'Which medicine blocks opioids and does not ease withdrawal?',
        '¿Qué medicamento bloquea los opioides y no alivia la abstinencia?',
      ),
      [
        local('Naltrexone', 'Naltrexona'),
        local('Methadone', 'Metadona'),
        local('Buprenorphine', 'Buprenorfina'),
      ],
      local(
        'Naltrexone is a blocker. Methadone and buprenorphine ease withdrawal.',
        'La naltrexona bloquea. La metadona y la buprenorfina alivian la abstinencia.',
      ),
      2,
    ),
    check(
      local('You missed 4 days of methadone. What now?', 'Te faltaron 4 días de metadona. ¿Qué haces?'),
      [
        local('Call the prescriber before the next dose', 'Llamar a quien receta antes de la próxima dosis'),
        local('Take the usual dose', 'Tomar la dosis de siempre'),
        local('Take a double dose', 'Tomar doble dosis'),
      ],
      local(
        'Tolerance drops in a few days. The old dose can be too much.',
        'La tolerancia baja en pocos días. La dosis de antes puede ser demasiado.',
      ),
      1,
    ),
  ],
  related: ['not-substituting', 'pain', 'pregnancy', 'tolerance'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
