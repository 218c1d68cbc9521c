import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const familiesWhatHelps: Article = {
  id: 'families-what-helps',
  topic: 'families',
  readers: ['family', 'friend'],
  title: local(
    'What helps when someone you love uses opioids',
    'Qué ayuda cuando alguien que quieres usa opioides',
  ),
  lead: local(
    'You did not cause this, and you can’t stop it for them. You can make it safer, and keep a door open.',
    'Tú no lo causaste y no puedes dejarlo en su lugar. Sí puedes hacer que haya menos peligro y mantener una puerta abierta.',
  ),
  sections: [
    section(
      'alive',
      'First: everyone stays alive',
      'Primero: que todos sigan con vida',
      list(
        said(
          'Have naloxone at home. Learn how to give it today. The World Health Organization says families should have it.',
          'Ten naloxona en casa y aprende hoy a usarla. La Organización Mundial de la Salud dice que las familias deben tenerla.',
          'who-2014',
        ),
        said(
          'They won’t wake, or breathe slowly or strangely? Call an ambulance and give naloxone.',
          '¿No despierta, o respira lento o raro? Llama a la ambulancia y dale naloxona.',
          'samhsa-toolkit-2025',
        ),
        said(
          'After a break, the body can take much less. One study followed 137 people in detox. All 3 who died of an overdose within 4 months had finished it.',
          'Después de una pausa, el cuerpo aguanta mucho menos. Un estudio siguió a 137 personas en desintoxicación. Las 3 que murieron de sobredosis en 4 meses la habían terminado.',
          'strang-2003',
        ),
        said(
          'Ask them not to use alone. It is not the same as saying yes.',
          'Pídele que no use a solas. Eso no es decir que sí.',
          'samhsa-toolkit-2025',
        ),
      ),
      go('/now/overdose', 'Overdose: what to do', 'Sobredosis: qué hacer'),
      note(
        'Are you safe at home? If someone hurts or threatens you, your safety comes first.',
        '¿En tu casa hay peligro para ti? Si alguien te hace daño o te amenaza, tu seguridad va primero.',
      ),
    ),
    section(
      'treatment',
      'Know the treatment',
      'Conoce el tratamiento',
      text(
        'Methadone and buprenorphine are medicines for this illness. People died about half as often while they took them. Life on medicine is recovery.',
        'La metadona y la buprenorfina son medicamentos para esta enfermedad. Mientras las personas las tomaban, hubo cerca de la mitad de muertes. Vivir con medicamento es recuperación.',
        'santo-2021',
      ),
      text(
        'Detox alone is not a treatment. Counselling can help too. If there is none, that is no reason to wait with medicine.',
        'La desintoxicación sola no es un tratamiento. Hablar con un consejero también puede ayudar. Si no hay, no es motivo para esperar con el medicamento.',
        'asam-2020',
      ),
    ),
    section(
      'toward',
      'What tends to open the door',
      'Lo que suele abrir la puerta',
      list(
        said('Warm words at calm times.', 'Palabras amables en momentos tranquilos.'),
        said('Good hours together when there is no use.', 'Ratos buenos juntos cuando no hay uso.'),
        said(
          'A clear offer: this clinic, this day, I drive.',
          'Una oferta clara: esta clínica, este día, yo te llevo.',
        ),
        said('A life of your own, with people in it.', 'Una vida tuya, con gente en ella.'),
      ),
      text(
        'These are parts of a family method called CRAFT. In trials, more people began treatment with it than after a planned confrontation.',
        'Son partes de un método para familias que se llama CRAFT. En los estudios, más personas empezaron tratamiento así que con una confrontación planeada.',
        'roozen-2010',
      ),
    ),
    section(
      'away',
      'What tends to close it',
      'Lo que suele cerrarla',
      text(
        'Shouting, shame, threats you won’t keep, searching their room, long talks at night. Many families have tried them. You were frightened. You can do the next one in another way.',
        'Gritos, vergüenza, amenazas que no vas a cumplir, revisar su cuarto, charlas largas de noche. Muchas familias lo han hecho. Tenías miedo. La próxima vez puedes hacerlo de otra forma.',
      ),
      text(
        'Some will tell you to wait until things get bad enough. Waiting can cost a life.',
        'Quizá te digan que esperes a que todo empeore. Esperar puede costar una vida.',
      ),
    ),
    section(
      'today',
      'Today',
      'Hoy',
      steps(
        said('Find out where to get naloxone near you.', 'Averigua dónde conseguir naloxona cerca.'),
        said('Tell one person how you are.', 'Cuéntale a una persona cómo estás.'),
        said(
          'Say one kind thing to the one you worry about. Ask for nothing.',
          'Dile algo amable a la persona que te preocupa. No pidas nada.',
        ),
      ),
      go('/learn/craft-ideas', 'Next: ideas from CRAFT', 'Sigue: ideas de CRAFT'),
      go('/now/lines', 'Talk to someone tonight', 'Hablar con alguien esta noche'),
    ),
  ],
  checks: [
    check(
      local(
        'Your son is home after 4 weeks of detox. What is true?',
        'Tu hijo vuelve a casa después de 4 semanas de desintoxicación. ¿Qué es cierto?',
      ),
      [
        local('A dose he once took could now kill him', 'Una dosis de antes ahora podría matarlo'),
        local('The danger is over', 'Ya pasó el peligro'),
        local('Naloxone would hurt him', 'La naloxona le haría daño'),
      ],
      local(
        'Tolerance is lost in a break. Keep naloxone near and speak about it early.',
        'En una pausa se pierde la tolerancia. Ten naloxona cerca y habla pronto de esto.',
      ),
      1,
    ),
    check(
      local('Which sentence keeps the door open?', '¿Qué frase deja la puerta abierta?'),
      [
        local('“I’m glad you came to eat with us.”', '“Me alegra que vinieras a comer”.'),
        local('“After all I did for you.”', '“Después de todo lo que hice por ti”.'),
        local('“Come back when you have stopped.”', '“Vuelve cuando hayas parado”.'),
      ],
      local('It is warm, true and asks for nothing.', 'Es amable, es verdad y no pide nada.'),
      2,
    ),
  ],
  related: ['craft-ideas', 'talking', 'boundaries', 'overdose-and-naloxone', 'tolerance'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
