import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, text } from '../blocks.ts';

export const rightsAndPrivacy: Article = {
  id: 'rights-and-privacy',
  topic: 'rights',
  readers: ['me', 'family', 'friend'],
  title: local('Your rights and your privacy', 'Tus derechos y tu privacidad'),
  lead: local(
    'Who may know, and what can they do with it? Laws differ and change. This page is not legal advice. It shows what to ask.',
    '¿Quién puede saber y qué puede hacer con eso? Las leyes cambian de un lugar a otro. Esta página no es asesoría legal. Muestra qué preguntar.',
  ),
  sections: [
    section(
      'records',
      'Treatment records',
      'Los registros del tratamiento',
      text(
        'In the United States, a rule called 42 CFR Part 2 protects records of drug treatment programs with federal support. Most sharing needs your written consent. The records cannot be used against you in court unless you agree or a judge orders it. You can take consent back in writing.',
        'En Estados Unidos, una norma llamada 42 CFR Parte 2 protege los registros de programas de tratamiento con apoyo federal. Casi siempre hace falta tu permiso por escrito. No se pueden usar contra ti en un juicio sin tu permiso o la orden de un juez. Puedes retirar el permiso por escrito.',
        'part-2-2024',
      ),
      text(
        'There are exceptions, such as an emergency. Other countries have rules of their own. Wherever you are, you can ask:',
        'Hay excepciones, como una emergencia. Otros países tienen sus reglas. Estés donde estés, puedes preguntar:',
        'part-2-2024',
      ),
      list(
        said('Who will see this, and for how long?', '¿Quién verá esto y por cuánto tiempo?'),
        said('What happens if I say no?', '¿Qué pasa si digo que no?'),
        said('What must you report, and to whom?', '¿Qué tienes que informar y a quién?'),
      ),
    ),
    section(
      'outside',
      'Groups, friends and apps',
      'Grupos, amistades y aplicaciones',
      text(
        'That rule is for treatment programs. It does not bind a support group, a relative or a friend. What you say there rests on trust.',
        'Esa norma es para programas de tratamiento. No obliga a un grupo de apoyo, a un familiar ni a una amistad. Lo que dices ahí depende de la confianza.',
        'part-2-2024',
      ),
      text(
        'Many health apps fall outside the privacy law for doctors and hospitals. In the United States another rule says that many of them must tell you when your data gets out.',
        'Muchas aplicaciones de salud quedan fuera de la ley de privacidad de médicos y hospitales. En Estados Unidos otra norma obliga a muchas a avisarte si tus datos se filtran.',
        'ftc-2024',
      ),
    ),
    section(
      'holdfast',
      'What Holdfast can do, and what it cannot',
      'Qué puede hacer Holdfast y qué no',
      list(
        said(
          'It can: keep your words sealed, so that the server that stores them cannot read them.',
          'Sí puede: guardar tus palabras cifradas. El servidor que las guarda no las puede leer.',
          'holdfast-threats',
        ),
        said(
          'It can: let you choose who sees what, and until when. It sends no notice when you stop.',
          'Sí puede: dejarte elegir quién ve qué y hasta cuándo. Si dejas de compartir, no avisa.',
          'holdfast-threats',
        ),
        said(
          'It cannot: hide from the host when your phone connects, and roughly how much it sends.',
          'No puede: ocultar a quien aloja el servidor cuándo se conecta tu teléfono y cuánto envía, más o menos.',
          'holdfast-threats',
        ),
        said(
          'It cannot: make others forget. Someone you shared with may keep it or show it.',
          'No puede: hacer que otros olviden. Quien recibió algo tuyo puede guardarlo o mostrarlo.',
          'holdfast-threats',
        ),
        said(
          'It cannot: stop a host who puts altered code in its place. You trust the host for that.',
          'No puede: impedir que alguien sirva un código cambiado. Para eso tienes que confiar en quien lo aloja.',
          'holdfast-threats',
        ),
        said(
          'It cannot: keep a court away. A court can ask you, or the people you shared with.',
          'No puede: frenar a un tribunal. Puede pedirte cosas a ti o a quienes las recibieron.',
          'holdfast-threats',
        ),
      ),
      note(
        'If police or a court already want your records, talk with a lawyer before you delete anything.',
        'Si la policía o un tribunal ya piden tus registros, habla con un abogado antes de borrar algo.',
      ),
    ),
    section(
      'pressed',
      'When someone presses you',
      'Cuando alguien te presiona',
      text(
        'A partner, a parent or an officer may want to see your phone. Think of that before you write. A leave button may not help on a phone that is watched. If you fear someone, use a safer phone, such as a friend’s, and call a violence line.',
        'Una pareja, un familiar o un agente puede querer ver tu teléfono. Piénsalo antes de escribir. Un botón de salida quizá no sirva si alguien vigila el teléfono. Si tienes miedo, usa uno más seguro, como el de una amistad, y llama a una línea contra la violencia.',
        'techsafety',
        'holdfast-threats',
      ),
      text(
        'Pregnancy, custody, immigration and probation raise the stakes. A lawyer can say what you must tell and what you need not.',
        'Con un embarazo, la custodia, la migración o la libertad condicional hay más en juego. Un abogado puede decirte qué debes contar y qué no.',
      ),
    ),
    section(
      'who',
      'Who can help',
      'Quién puede ayudar',
      text(
        'Look for legal aid, a patients’ group, a tenants’ group or a union. Many are free. Start with: “Is what I tell you confidential? Where does that end?”',
        'Busca ayuda legal gratuita, un grupo de pacientes, de inquilinos o un sindicato. Muchos no cobran. Empieza así: “¿Es confidencial lo que te cuente? ¿Hasta dónde?”.',
      ),
      go('/now/lines', 'Lines in your country', 'Líneas de tu país'),
      go('/learn/work-housing-money', 'Work, a home and money', 'Trabajo, casa y dinero'),
    ),
  ],
  checks: [
    check(
      local(
        'You stop sharing with your brother. What about the things he already saw?',
        'Dejas de compartir con tu hermano. ¿Qué pasa con lo que ya vio?',
      ),
      [
        local('He may keep what he saw', 'Puede quedarse con lo que vio'),
        local('They vanish from his memory and his phone', 'Se borra de su memoria y de su teléfono'),
        local('He gets a notice', 'Le llega un aviso'),
      ],
      local(
        'Stopping holds from now on. It cannot take back what was seen.',
        'Dejar de compartir vale desde ahora. No puede deshacer lo que ya se vio.',
      ),
      1,
    ),
    check(
      local(
        'Are the words you say in a support group protected like treatment records?',
        '¿Lo que dices en un grupo de apoyo está protegido como un registro de tratamiento?',
      ),
      [
        local('No, they rest on trust', 'No, depende de la confianza'),
        local('Yes, always', 'Sí, siempre'),
        local('Yes, if the group is free', 'Sí, si el grupo es gratis'),
      ],
      local(
        'The US rule covers treatment programs. Groups and friends are outside it.',
        'La norma de Estados Unidos cubre programas de tratamiento. Grupos y amistades quedan fuera.',
      ),
    ),
  ],
  related: ['work-housing-money', 'sponsors', 'for-organisations'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
