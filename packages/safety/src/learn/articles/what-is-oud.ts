import type { Article } from '../article.ts';
import { check, go, list, local, said, section, text } from '../blocks.ts';

export const whatIsOud: Article = {
  id: 'what-is-oud',
  topic: 'start',
  readers: ['me', 'family', 'friend'],
  title: local('What opioid use disorder is', 'Qué es el trastorno por uso de opioides'),
  lead: local(
    'It is a health condition. It has a name, clear signs, and treatments that keep people alive.',
    'Es una condición de salud. Tiene nombre, señales claras y tratamientos que mantienen con vida.',
  ),
  sections: [
    section(
      'body',
      'What happens in the body',
      'Qué pasa en el cuerpo',
      text(
        'Heroin, fentanyl and strong pain pills all act on the same spots in the brain.',
        'La heroína, el fentanilo y las pastillas fuertes para el dolor actúan en los mismos puntos del cerebro.',
        'nida-medicines',
      ),
      text(
        'Over time they change how the brain handles reward, learning and self-control. That makes stopping hard, even for a person who wants it very much.',
        'Con el tiempo cambian cómo el cerebro maneja la recompensa, el aprendizaje y el control. Por eso dejarlo es difícil, incluso para quien lo desea mucho.',
        'nida-principles',
      ),
      text(
        'Some people are more at risk than others. Genes, age at first use and surroundings all play a part.',
        'Algunas personas tienen más riesgo que otras. Influyen los genes, la edad al empezar y el entorno.',
        'nida-principles',
      ),
    ),
    section(
      'signs',
      'The signs a clinician looks for',
      'Las señales que busca un profesional',
      text(
        'There are 11 signs. Here they are in 4 groups.',
        'Hay 11 señales. Aquí están en 4 grupos.',
        'bccsu-criteria',
      ),
      list(
        said(
          'Control: taking more than planned, not managing to cut down, much time spent on it, strong urges.',
          'Control: tomar más de lo pensado, no lograr reducir, dedicarle mucho tiempo, ganas muy fuertes.',
          'bccsu-criteria',
        ),
        said(
          'Life: trouble at work, school or home, trouble with people, giving up things that mattered.',
          'Vida: dificultades en el trabajo, el estudio o la casa, conflictos con otras personas, dejar cosas que importaban.',
          'bccsu-criteria',
        ),
        said(
          'Risk: using in dangerous places, going on although body or mind are hurt by it.',
          'Riesgo: usar en situaciones peligrosas, seguir aunque dañe el cuerpo o la mente.',
          'bccsu-criteria',
        ),
        said(
          'Body: needing more for the same effect, feeling sick without it.',
          'Cuerpo: necesitar más para el mismo efecto, sentirse mal sin la sustancia.',
          'bccsu-criteria',
        ),
      ),
      text(
        '2 signs or more within 12 months can mean the disorder. It is called mild, moderate or severe. This list is not a test: a clinician goes through it with you.',
        'Con 2 señales o más en 12 meses puede haber trastorno. Se llama leve, moderado o grave. Esta lista no es una prueba: un profesional la revisa contigo.',
        'bccsu-criteria',
      ),
    ),
    section(
      'medicine',
      'Needing a medicine is not the same',
      'Necesitar un medicamento no es lo mismo',
      text(
        'Every body that gets opioids each day adapts to them. So the last group does not count for people who take them only as a clinician ordered.',
        'Todo cuerpo que recibe opioides a diario se adapta. Por eso el último grupo no cuenta si solo se toman como indicó un profesional.',
        'bccsu-criteria',
      ),
      text(
        'That holds for pain medicine. It also holds for methadone and buprenorphine.',
        'Vale para los medicamentos contra el dolor. También para la metadona y la buprenorfina.',
        'bccsu-criteria',
      ),
    ),
    section(
      'better',
      'It can get better',
      'Puede mejorar',
      text(
        'In large studies, people died less than half as often while they took methadone or buprenorphine.',
        'En estudios grandes, las personas murieron menos de la mitad mientras tomaban metadona o buprenorfina.',
        'santo-2021',
      ),
      text(
        'Returning to use is common. It is a sign that treatment needs to restart or change, not that it is over.',
        'Volver a usar es frecuente. Es señal de que el tratamiento debe retomarse o cambiar, no de que terminó.',
        'nida-principles',
      ),
    ),
    section(
      'next',
      'One thing to do next',
      'Un paso para hoy',
      text(
        'Pick the 2 signs that trouble you most. Write them down in your own words. Show them to a doctor, nurse or helpline.',
        'Elige las 2 señales que más te preocupan. Escríbelas con tus palabras. Muéstralas a un médico, a una enfermera o a una línea de ayuda.',
      ),
      go('/learn/medicines', 'Read about the 3 medicines', 'Conoce los 3 medicamentos'),
      go('/now/lines', 'Talk to a person now', 'Habla con alguien ahora'),
    ),
  ],
  checks: [
    check(
      local(
        'Lena takes buprenorphine as prescribed. She feels ill when she misses it. Does that alone count as a sign?',
        'Lena toma buprenorfina como se la recetaron. Se siente mal si le falta. ¿Eso solo cuenta como señal?',
      ),
      [
        local('No, her body is used to a medicine', 'No, su cuerpo está acostumbrado a un medicamento'),
        local('Yes, feeling ill always counts', 'Sí, sentirse mal siempre cuenta'),
      ],
      local(
        'Withdrawal and tolerance do not count for a medicine taken only as ordered.',
        'La abstinencia y la tolerancia no cuentan si el medicamento se toma solo como fue indicado.',
      ),
      1,
    ),
    check(
      local(
        'What can a return to use tell a clinician?',
        '¿Qué le puede decir a un profesional que alguien volvió a usar?',
      ),
      [
        local('That treatment may need to change', 'Que quizás el tratamiento debe cambiar'),
        local('That the person did not try', 'Que la persona no lo intentó'),
        local('That treatment is over', 'Que el tratamiento terminó'),
      ],
      local(
        'The condition often comes and goes. Care is adjusted, as with other long illnesses.',
        'Esta condición suele ir y venir. La atención se ajusta, como en otras enfermedades largas.',
      ),
      1,
    ),
  ],
  related: ['medicines', 'not-substituting', 'families-what-helps'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
