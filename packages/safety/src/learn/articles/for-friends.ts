import type { Article } from '../article.ts';
import { check, go, list, local, said, section, text } from '../blocks.ts';

export const forFriends: Article = {
  id: 'for-friends',
  topic: 'families',
  readers: ['friend'],
  title: local('For a friend', 'Si eres su amigo o su amiga'),
  lead: local(
    'You are not their nurse or their guard. You are the one who knew them before, and still calls.',
    'No tienes que hacer de enfermera ni de guardia. Eres alguien que estaba antes y que sigue llamando.',
  ),
  sections: [
    section(
      'stay',
      'Stay a friend',
      'Sigue siendo su amistad',
      list(
        said(
          'Ask about the dog, the match, the new song. Not each time about drugs.',
          'Pregunta por el perro, el partido, la canción nueva. No siempre por las drogas.',
        ),
        said(
          'Plan things without alcohol or drugs, with an easy way to leave.',
          'Haz planes sin alcohol ni drogas, de los que sea fácil irse.',
        ),
        said(
          'Say your limits early. “I can talk until 11. I can’t lend money.”',
          'Di pronto tus límites. “Puedo hablar hasta las 11. No puedo prestar dinero”.',
        ),
        said(
          'If they go quiet, send one line that needs no reply. “Thinking of you.”',
          'Si deja de responder, manda una línea que no pida respuesta. “Pienso en ti”.',
        ),
      ),
    ),
    section(
      'still-using',
      'If they still use',
      'Si todavía usa',
      list(
        said(
          'Carry naloxone. Friends should have it too, says the World Health Organization.',
          'Lleva naloxona. Las amistades también deben tenerla, dice la Organización Mundial de la Salud.',
          'who-2014',
        ),
        said(
          'Ask them to tell you when they use, so that they are not alone.',
          'Pídele que te avise cuando use, para no estar a solas.',
          'samhsa-toolkit-2025',
        ),
        said(
          'They won’t wake, or breathe badly? Call an ambulance, give naloxone, stay.',
          '¿No despierta o respira mal? Llama a la ambulancia, dale naloxona y quédate.',
          'samhsa-toolkit-2025',
        ),
        said(
          'If they say they want to stop: “Shall we call a clinic together?” Have a number ready.',
          'Si dice que quiere parar: “¿Llamamos juntos a una clínica?”. Ten un número listo.',
        ),
      ),
      go('/now/overdose', 'Overdose: what to do', 'Sobredosis: qué hacer'),
    ),
    section(
      'recovery',
      'If they are in recovery',
      'Si está en recuperación',
      text(
        'Ask which words they like, and use those. Medicine is part of recovery for many. While people took methadone or buprenorphine, they died about half as often. So it is better not to ask when they will be off it.',
        'Pregunta qué palabras prefiere y usa esas. Para mucha gente el medicamento es parte de la recuperación. Mientras las personas tomaban metadona o buprenorfina, hubo cerca de la mitad de muertes. Por eso es mejor no preguntar cuándo lo va a dejar.',
        'nida-words',
        'santo-2021',
      ),
      text(
        'Offer something you can do: a lift, a meal, coming along to a first meeting and waiting outside.',
        'Ofrece algo que puedas hacer: llevarle a una cita, una comida, ir a la primera reunión y esperar afuera.',
      ),
      text(
        'If they used again, the first words matter: “I’m glad you told me. Are you safe?” After a break, the old amount can kill. Stay, or find someone who can.',
        'Si volvió a usar, las primeras palabras importan: “Me alegra que me lo digas. ¿Estás a salvo?”. Después de una pausa, la cantidad de antes puede matar. Quédate, o busca a alguien que pueda.',
        'strang-2003',
      ),
    ),
    section(
      'private',
      'Keep it private',
      'Guárdalo',
      text(
        'What they tell you can cost them work, custody or safety. Don’t pass it on, and don’t post it. If they share a page with you here, you see only what they chose. One thing is no secret to keep: danger to a life. Tell them so beforehand.',
        'Lo que te cuenta le puede costar el trabajo, la custodia o la seguridad. No lo repitas ni lo publiques. Si comparte contigo una página aquí, ves solo lo que eligió. Hay un secreto que no se guarda: una vida en peligro. Díselo desde antes.',
      ),
    ),
    section(
      'you',
      'And you',
      'Y tú',
      text(
        'You can be tired, or angry, and take a week off. Say it: “I’m not leaving. I need some days.” Name someone else they can call. If you use too, or are in recovery, look after that first.',
        'Puedes cansarte, o enojarte, y tomar una semana. Dilo: “No me voy. Necesito unos días”. Nombra a otra persona a quien pueda llamar. Si tú también usas, o estás en recuperación, cuida eso primero.',
      ),
      go('/learn/talking', 'Next: talking and listening', 'Sigue: hablar y escuchar'),
      go('/now/lines', 'Talk to someone yourself', 'Hablar tú con alguien'),
    ),
  ],
  checks: [
    check(
      local(
        'Your friend takes buprenorphine. What is a kind thing to say?',
        'Tu amiga toma buprenorfina. ¿Qué es amable decir?',
      ),
      [
        local('“I’m glad it is there for you.”', '“Me alegra que la tengas”.'),
        local('“When will you be off it?”', '“¿Cuándo la vas a dejar?”.'),
        local('“So you still take something.”', '“Entonces todavía tomas algo”.'),
      ],
      local('Recovery with medicine is recovery.', 'La recuperación con medicamento es recuperación.'),
      2,
    ),
  ],
  related: ['talking', 'boundaries', 'first-meeting', 'overdose-and-naloxone'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
