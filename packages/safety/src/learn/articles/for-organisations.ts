import type { Article } from '../article.ts';

export const forOrganisations: Article = {
  id: 'for-organisations',
  topic: 'helpers',
  readers: ['organisation'],
  title: { en: 'For organisations that host', es: 'Para organizaciones que alojan' },
  lead: {
    en: 'You can run Holdfast for the people you serve. You will not be able to read what they write. That is the point.',
    es: 'Puedes tener Holdfast para la gente que atiendes. No vas a poder leer lo que escribe. De eso se trata.',
  },
  sections: [
    {
      id: 'see',
      title: { en: 'What a host sees', es: 'Qué ve quien aloja' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'You store sealed content. You hold no names, e-mails or phone numbers.',
              es: 'Guardas contenido cifrado. No tienes nombres, correos ni teléfonos.',
              sources: ['holdfast-threats'],
            },
            {
              en: 'You can see when a device connects, from which address, and roughly how much it sends. From that you could guess who is in touch with whom.',
              es: 'Puedes ver cuándo se conecta un aparato, desde qué dirección y cuánto envía, más o menos. Con eso podrías adivinar quién habla con quién.',
              sources: ['holdfast-threats'],
            },
            {
              en: 'If you served altered code, you could read. People trust you not to. Say so openly.',
              es: 'Si cambiaras el código, podrías leer. La gente confía en que no lo harás. Dilo con claridad.',
              sources: ['holdfast-threats'],
            },
          ],
        },
        {
          kind: 'note',
          said: {
            en: 'Nobody should host for their own household. No employer, court or probation office should host for people under its power.',
            es: 'Nadie debe alojarlo para su propia casa. Tampoco un empleador, un tribunal o una oficina de libertad condicional para quienes dependen de ellos.',
          },
        },
      ],
    },
    {
      id: 'rules',
      title: { en: 'House rules we ask for', es: 'Reglas que pedimos' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'Using it is free and a choice. No bed, dose, job or report depends on it.',
              es: 'Usarlo es gratis y es una elección. Ni cama, ni dosis, ni empleo, ni informe dependen de eso.',
            },
            {
              en: 'No ads, no trackers, no paid places in a list, no money for referrals.',
              es: 'Sin anuncios, sin rastreadores, sin lugares pagados en una lista, sin dinero por enviar pacientes.',
            },
            {
              en: 'People on methadone or buprenorphine are welcome in what you run. If a group sees it another way, say so before they join.',
              es: 'Quienes toman metadona o buprenorfina pueden participar en todo. Si un grupo lo ve distinto, dilo antes de que entren.',
            },
            {
              en: 'Naloxone in the building, and people who know how to use it.',
              es: 'Naloxona en el edificio y gente que sepa usarla.',
              sources: ['who-overdose'],
            },
            {
              en: 'Someone other than the group’s leader takes reports about safety.',
              es: 'Los avisos sobre seguridad los recibe alguien que no dirige el grupo.',
            },
          ],
        },
      ],
    },
    {
      id: 'law',
      title: { en: 'Ask a lawyer about these', es: 'Pregunta esto a un abogado' },
      blocks: [
        {
          kind: 'list',
          items: [
            {
              en: 'United States, 42 CFR Part 2: it covers programs with federal support that offer treatment or referral to treatment. Tax-exempt status can count as support.',
              es: 'Estados Unidos, 42 CFR Parte 2: cubre programas con apoyo federal que ofrecen tratamiento o derivan a tratamiento. No pagar impuestos puede contar como apoyo.',
              sources: ['part-2'],
            },
            {
              en: 'United States, health data breaches: a federal rule covers health apps of non-profits too.',
              es: 'Estados Unidos, filtraciones de datos de salud: una norma federal también cubre aplicaciones de entidades sin fines de lucro.',
              sources: ['ftc-health-apps'],
            },
            {
              en: 'Washington State: its health data law asks for consent, and restricts virtual fences around health facilities.',
              es: 'Estado de Washington: su ley de datos de salud pide consentimiento y limita las cercas virtuales alrededor de centros de salud.',
              sources: ['washington-health-data'],
            },
            {
              en: 'United Kingdom: the online safety law can reach small forums as well, with a risk assessment.',
              es: 'Reino Unido: la ley de seguridad en línea puede cubrir también foros pequeños y pide evaluar los riesgos.',
              sources: ['uk-online-safety'],
            },
          ],
        },
        {
          kind: 'text',
          said: {
            en: 'Other places have other rules, and rules change. This is not legal advice.',
            es: 'Otros lugares tienen otras reglas, y las reglas cambian. Esto no es asesoría legal.',
          },
        },
      ],
    },
    {
      id: 'brokers',
      title: { en: 'Signs of patient brokering', es: 'Señales de compra y venta de pacientes' },
      blocks: [
        {
          kind: 'text',
          said: {
            en: 'Brokers are paid to fill beds. In 40 interviews in California, people told of tickets and cash, and of being pushed to use first so that insurance would pay. Many tied it to overdose deaths. In the United States, to pay or take money for such referrals is a crime. It can mean ten years in prison.',
            es: 'A algunos intermediarios les pagan por llenar camas. En 40 entrevistas en California se habló de pasajes, de efectivo y de presión para usar antes, para que pagara el seguro. Muchas personas lo ligaron a muertes por sobredosis. En Estados Unidos, pagar o cobrar por enviar pacientes así es un delito. Puede costar diez años de cárcel.',
            sources: ['patient-brokering', 'ekra'],
          },
        },
        {
          kind: 'list',
          items: [
            {
              en: 'A stranger at a meeting offers a free bed, a flight or rent.',
              es: 'Un extraño en una reunión ofrece cama gratis, vuelo o alquiler.',
            },
            {
              en: 'The first question is about insurance.',
              es: 'La primera pregunta es por el seguro médico.',
            },
            {
              en: 'The place won’t say who owns it, or has no licence.',
              es: 'El lugar no dice quién es el dueño o no tiene licencia.',
            },
            {
              en: 'They ask people to leave their medicine, or to use once more before they come.',
              es: 'Piden dejar el medicamento, o usar una vez más antes de llegar.',
            },
            {
              en: 'Someone offers you a fee, a gift or a “partnership” for each name.',
              es: 'Alguien te ofrece dinero, un regalo o una “alianza” por cada nombre.',
            },
          ],
        },
      ],
    },
    {
      id: 'begin',
      title: { en: 'How to begin', es: 'Cómo empezar' },
      blocks: [
        {
          kind: 'steps',
          items: [
            {
              en: 'Try it on a test machine. Break it, restore it from a backup.',
              es: 'Pruébalo en una máquina de prueba. Rómpelo y recupéralo de una copia.',
            },
            {
              en: 'Check each number for your country at its owner’s page, and call it.',
              es: 'Revisa cada número de tu país en la página de su dueño y llama.',
            },
            {
              en: 'Ask people in recovery, and someone who works against domestic violence, to read it with you.',
              es: 'Pide a personas en recuperación, y a alguien que trabaja contra la violencia en casa, que lo lean contigo.',
            },
            {
              en: 'Decide who answers when a court or the police write to you.',
              es: 'Decide quién responde si escriben un tribunal o la policía.',
            },
          ],
        },
        {
          kind: 'go',
          to: '/learn/rights-and-privacy',
          label: { en: 'What people are told about privacy', es: 'Qué se dice a la gente sobre privacidad' },
        },
        {
          kind: 'go',
          to: '/learn/for-clinicians',
          label: { en: 'For clinicians', es: 'Para profesionales de la salud' },
        },
      ],
    },
  ],
  checks: [
    {
      question: {
        en: 'A treatment centre offers 200 for each person you send. What now?',
        es: 'Un centro de tratamiento ofrece 200 por cada persona que envíes. ¿Qué haces?',
      },
      options: [
        { en: 'Take it for the naloxone fund', es: 'Aceptarlo para comprar naloxona' },
        { en: 'Take it once', es: 'Aceptarlo una vez' },
        {
          en: 'Refuse, write it down, tell the people you serve',
          es: 'Rechazarlo, anotarlo y avisar a tu gente',
        },
      ],
      right: 2,
      because: {
        en: 'Money for referrals bends advice. In the United States it is a federal crime.',
        es: 'El dinero por enviar pacientes tuerce el consejo. En Estados Unidos es un delito federal.',
      },
    },
    {
      question: {
        en: 'Can you, as host, read a member’s check-ins?',
        es: 'Si alojas Holdfast, ¿puedes leer los registros de una persona?',
      },
      options: [
        { en: 'No, unless you served altered code', es: 'No, salvo si cambiaras el código' },
        { en: 'Yes, as an administrator', es: 'Sí, con permisos de administración' },
        { en: 'Yes, with a court order', es: 'Sí, con una orden judicial' },
      ],
      right: 0,
      because: {
        en: 'The server holds sealed content. Say plainly what it still sees.',
        es: 'El servidor guarda contenido cifrado. Di con claridad qué sí ve.',
      },
    },
  ],
  related: ['for-clinicians', 'rights-and-privacy', 'work-housing-money'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
