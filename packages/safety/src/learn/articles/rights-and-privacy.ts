import type { Article } from '../article.ts';

export const rightsAndPrivacy: Article = {
  id: 'rights-and-privacy',
  topic: 'rights',
  readers: ['me', 'family', 'friend'],
  title: { en: 'Your rights and your privacy', es: 'Tus derechos y tu privacidad' },
  lead: {
    en: 'Who may know, and what can they do with it? Laws differ and change. This page is not legal advice. It shows what to ask.',
    es: '¿Quién puede saber y qué puede hacer con eso? Las leyes cambian de un lugar a otro. Esta página no es asesoría legal. Muestra qué preguntar.',
  },
  sections: [
    {
      id: 'records',
      title: { en: 'Treatment records', es: 'Los registros del tratamiento' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'In the United States, a rule called 42 CFR Part 2 protects records of drug treatment programs with federal support. Most sharing needs your written consent. The records cannot be used against you in court unless you agree or a judge orders it. You can take consent back in writing.',
            es: 'En Estados Unidos, una norma llamada 42 CFR Parte 2 protege los registros de programas de tratamiento con apoyo federal. Casi siempre hace falta tu permiso por escrito. No se pueden usar contra ti en un juicio sin tu permiso o la orden de un juez. Puedes retirar el permiso por escrito.',
            sources: ['part-2'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'There are exceptions, such as an emergency. Other countries have rules of their own. Wherever you are, you can ask:',
            es: 'Hay excepciones, como una emergencia. Otros países tienen sus reglas. Estés donde estés, puedes preguntar:',
            sources: ['part-2'],
          },
        },
        {
          kind: 'list',
          items: [
            { en: 'Who will see this, and for how long?', es: '¿Quién verá esto y por cuánto tiempo?' },
            { en: 'What happens if I say no?', es: '¿Qué pasa si digo que no?' },
            { en: 'What must you report, and to whom?', es: '¿Qué tienes que informar y a quién?' },
          ],
        },
      ],
    },
    {
      id: 'outside',
      title: { en: 'Groups, friends and apps', es: 'Grupos, amistades y aplicaciones' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'That rule is for treatment programs. It does not bind a support group, a relative or a friend. What you say there rests on trust.',
            es: 'Esa norma es para programas de tratamiento. No obliga a un grupo de apoyo, a un familiar ni a una amistad. Lo que dices ahí depende de la confianza.',
            sources: ['part-2'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'Many health apps fall outside the privacy law for doctors and hospitals. In the United States another rule says that many of them must tell you when your data gets out.',
            es: 'Muchas aplicaciones de salud quedan fuera de la ley de privacidad de médicos y hospitales. En Estados Unidos otra norma obliga a muchas a avisarte si tus datos se filtran.',
            sources: ['ftc-health-apps'],
          },
        },
      ],
    },
    {
      id: 'holdfast',
      title: { en: 'What Holdfast can do, and what it cannot', es: 'Qué puede hacer Holdfast y qué no' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'It can: keep your words sealed, so that the server that stores them cannot read them.',
              es: 'Sí puede: guardar tus palabras cifradas. El servidor que las guarda no las puede leer.',
              sources: ['holdfast-threats'],
            },
            {
              en: 'It can: let you choose who sees what, and until when. It sends no notice when you stop.',
              es: 'Sí puede: dejarte elegir quién ve qué y hasta cuándo. Si dejas de compartir, no avisa.',
              sources: ['holdfast-threats'],
            },
            {
              en: 'It cannot: hide from the host when your phone connects, and roughly how much it sends.',
              es: 'No puede: ocultar a quien aloja el servidor cuándo se conecta tu teléfono y cuánto envía, más o menos.',
              sources: ['holdfast-threats'],
            },
            {
              en: 'It cannot: make others forget. Someone you shared with may keep it or show it.',
              es: 'No puede: hacer que otros olviden. Quien recibió algo tuyo puede guardarlo o mostrarlo.',
              sources: ['holdfast-threats'],
            },
            {
              en: 'It cannot: stop a host who puts altered code in its place. You trust the host for that.',
              es: 'No puede: impedir que quien lo aloja cambie el código. En eso confías en esa persona.',
              sources: ['holdfast-threats'],
            },
            {
              en: 'It cannot: keep a court away. A court can ask you, or the people you shared with.',
              es: 'No puede: frenar a un tribunal. Puede pedirte cosas a ti o a quienes las recibieron.',
              sources: ['holdfast-threats'],
            },
          ],
        },
        {
          kind: 'note',
          said: {
            en: 'If police or a court already want your records, talk with a lawyer before you delete anything.',
            es: 'Si la policía o un tribunal ya piden tus registros, habla con un abogado antes de borrar algo.',
          },
        },
      ],
    },
    {
      id: 'pressed',
      title: { en: 'When someone presses you', es: 'Cuando alguien te presiona' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'A partner, a parent or an officer may want to see your phone. Think of that before you write. A leave button may not help on a phone that is watched. If you fear someone, use a safer phone, such as a friend’s, and call a violence line.',
            es: 'Una pareja, un familiar o un agente puede querer ver tu teléfono. Piénsalo antes de escribir. Un botón de salida quizá no sirva si alguien vigila el teléfono. Si tienes miedo, usa uno más seguro, como el de una amistad, y llama a una línea contra la violencia.',
            sources: ['app-safety', 'holdfast-threats'],
          },
        },
        {
          kind: 'text',
          said: {
            en: 'Pregnancy, custody, immigration and probation raise the stakes. A lawyer can say what you must tell and what you need not.',
            es: 'Con un embarazo, la custodia, la migración o la libertad condicional hay más en juego. Un abogado puede decirte qué debes contar y qué no.',
          },
        },
      ],
    },
    {
      id: 'who',
      title: { en: 'Who can help', es: 'Quién puede ayudar' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Look for legal aid, a patients’ group, a tenants’ group or a union. Many are free. Start with: “Is what I tell you confidential? Where does that end?”',
            es: 'Busca ayuda legal gratuita, un grupo de pacientes, de inquilinos o un sindicato. Muchos no cobran. Empieza así: “¿Es confidencial lo que te cuente? ¿Hasta dónde?”.',
          },
        },
        {
          kind: 'go',
          to: '/now/lines',
          label: { en: 'Lines in your country', es: 'Líneas de tu país' },
        },
        {
          kind: 'go',
          to: '/learn/work-housing-money',
          label: { en: 'Work, a home and money', es: 'Trabajo, casa y dinero' },
        },
      ],
    },
  ],
  checks: [
    {
      question: {
        en: 'You stop sharing with your brother. What about the things he already saw?',
        es: 'Dejas de compartir con tu hermano. ¿Qué pasa con lo que ya vio?',
      },
      options: [
        { en: 'They vanish from his memory and his phone', es: 'Se borra de su memoria y de su teléfono' },
        { en: 'He may keep what he saw', es: 'Puede quedarse con lo que vio' },
        { en: 'He gets a notice', es: 'Le llega un aviso' },
      ],
      right: 1,
      because: {
        en: 'Stopping holds from now on. It cannot take back what was seen.',
        es: 'Dejar de compartir vale desde ahora. No puede deshacer lo que ya se vio.',
      },
    },
    {
      question: {
        en: 'Are the words you say in a support group protected like treatment records?',
        es: '¿Lo que dices en un grupo de apoyo está protegido como un registro de tratamiento?',
      },
      options: [
        { en: 'No, they rest on trust', es: 'No, depende de la confianza' },
        { en: 'Yes, always', es: 'Sí, siempre' },
        { en: 'Yes, if the group is free', es: 'Sí, si el grupo es gratis' },
      ],
      right: 0,
      because: {
        en: 'The US rule covers treatment programs. Groups and friends are outside it.',
        es: 'La norma de Estados Unidos cubre programas de tratamiento. Grupos y amistades quedan fuera.',
      },
    },
  ],
  related: ['work-housing-money', 'sponsors', 'for-organisations'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
