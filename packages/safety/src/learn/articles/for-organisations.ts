import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const forOrganisations: Article = {
  id: 'for-organisations',
  topic: 'helpers',
  readers: ['organisation'],
  title: local('For organisations that host', 'Para organizaciones que alojan'),
  lead: local(
    'You can run Holdfast for the people you serve. You will not be able to read what they write. That is the point.',
    'Puedes tener Holdfast para la gente que atiendes. No vas a poder leer lo que escribe. De eso se trata.',
  ),
  sections: [
    section(
      'see',
      'What a host sees',
      'Qué ve quien aloja',
      list(
        said(
          'You store sealed content. You hold no names, e-mails or phone numbers.',
          'Guardas contenido cifrado. No tienes nombres, correos ni teléfonos.',
          'holdfast-threats',
        ),
        said(
          'You can see when a device connects, from which address, and roughly how much it sends. From that you could guess who is in touch with whom.',
          'Puedes ver cuándo se conecta un aparato, desde qué dirección y cuánto envía, más o menos. Con eso podrías adivinar quién habla con quién.',
          'holdfast-threats',
        ),
        said(
          'If you served altered code, you could read. People trust you not to. Say so openly.',
          'Si cambiaras el código, podrías leer. La gente confía en que no lo harás. Dilo con claridad.',
          'holdfast-threats',
        ),
      ),
      note(
        'Nobody should host for their own household. No employer, court or probation office should host for people under its power.',
        'Nadie debe alojarlo para su propia casa. Tampoco un empleador, un tribunal o una oficina de libertad condicional para quienes dependen de ellos.',
      ),
    ),
    section(
      'rules',
      'House rules we ask for',
      'Reglas que pedimos',
      list(
        said(
          'Using it is free and a choice. No bed, dose, job or report depends on it.',
          'Usarlo es gratis y es una elección. Ni cama, ni dosis, ni empleo, ni informe dependen de eso.',
        ),
        said(
          'No ads, no trackers, no paid places in a list, no money for referrals.',
          'Sin anuncios, sin rastreadores, sin lugares pagados en una lista, sin dinero por enviar pacientes.',
        ),
        said(
          'People on methadone or buprenorphine are welcome in what you run. If a group sees it another way, say so before they join.',
          'Quienes toman metadona o buprenorfina pueden participar en todo. Si un grupo lo ve distinto, dilo antes de que entren.',
        ),
        said(
          'Naloxone in the building, and people who know how to use it.',
          'Naloxona en el edificio y gente que sepa usarla.',
          'who-2014',
        ),
        said(
          'Someone other than the group’s leader takes reports about safety.',
          'Los avisos sobre seguridad los recibe alguien que no dirige el grupo.',
        ),
      ),
    ),
    section(
      'law',
      'Ask a lawyer about these',
      'Pregunta esto a un abogado',
      list(
        said(
          'United States, 42 CFR Part 2: it covers programs with federal support that offer treatment or referral to treatment. Tax-exempt status can count as support.',
          'Estados Unidos, 42 CFR Parte 2: cubre programas con apoyo federal que ofrecen tratamiento o derivan a tratamiento. No pagar impuestos puede contar como apoyo.',
          'part-2-2024',
        ),
        said(
          'United States, health data breaches: a federal rule covers health apps of non-profits too.',
          'Estados Unidos, filtraciones de datos de salud: una norma federal también cubre aplicaciones de entidades sin fines de lucro.',
          'ftc-2024',
        ),
        said(
          'Washington State: its health data law asks for consent, and restricts virtual fences around health facilities.',
          'Estado de Washington: su ley de datos de salud pide consentimiento. También limita las cercas virtuales alrededor de centros de salud.',
          'washington-2023',
        ),
        said(
          'United Kingdom: the online safety law can reach small forums as well, with a risk assessment.',
          'Reino Unido: la ley de seguridad en línea puede cubrir también foros pequeños y pide evaluar los riesgos.',
          'ofcom-2025',
        ),
      ),
      text(
        'Other places have other rules, and rules change. This is not legal advice.',
        'Otros lugares tienen otras reglas, y las reglas cambian. Esto no es asesoría legal.',
      ),
    ),
    section(
      'brokers',
      'Signs of patient brokering',
      'Señales de compra y venta de pacientes',
      text(
        'Brokers are paid to fill beds. In 40 interviews in California, people told of tickets and cash. Some were pushed to use first, so that insurance would pay. Many tied it to overdose deaths. In the United States, to pay or take money for such referrals is a crime. It can mean 10 years in prison.',
        'A algunos intermediarios les pagan por llenar camas. En 40 entrevistas en California se habló de pasajes y efectivo. A algunas personas las presionaron para usar antes, y así pagaba el seguro. Muchas personas lo ligaron a muertes por sobredosis. En Estados Unidos, pagar o cobrar por enviar pacientes así es un delito. Puede costar 10 años de cárcel.',
        'clingan-2023',
        'ekra-2018',
      ),
      list(
        said(
          'A stranger at a meeting offers a free bed, a flight or rent.',
          'Un extraño en una reunión ofrece cama gratis, vuelo o alquiler.',
        ),
        said('The first question is about insurance.', 'La primera pregunta es por el seguro médico.'),
        said(
          'The place won’t say who owns it, or has no licence.',
          'El lugar no dice quién es el dueño o no tiene licencia.',
        ),
        said(
          'They ask people to leave their medicine, or to use once more before they come.',
          'Piden dejar el medicamento, o usar una vez más antes de llegar.',
        ),
        said(
          'Someone offers you a fee, a gift or a “partnership” for each name.',
          'Alguien te ofrece dinero, un regalo o una “alianza” por cada nombre.',
        ),
      ),
    ),
    section(
      'begin',
      'How to begin',
      'Cómo empezar',
      steps(
        said(
          'Try it on a test machine. Break it, restore it from a backup.',
          'Pruébalo en una máquina de prueba. Rómpelo y recupéralo de una copia.',
        ),
        said(
          'Check each number for your country at its owner’s page, and call it.',
          'Revisa cada número de tu país en la página de su dueño y llama.',
        ),
        said(
          'Ask people in recovery, and someone who works against domestic violence, to read it with you.',
          'Pide a personas en recuperación, y a alguien que trabaja contra la violencia en casa, que lo lean contigo.',
        ),
        said(
          'Decide who answers when a court or the police write to you.',
          'Decide quién responde si escriben un tribunal o la policía.',
        ),
      ),
      go(
        '/learn/rights-and-privacy',
        'What people are told about privacy',
        'Qué se dice a la gente sobre privacidad',
      ),
      go('/learn/for-clinicians', 'For clinicians', 'Para profesionales de la salud'),
    ),
  ],
  checks: [
    check(
      local(
        'A treatment centre offers money for each person you send. What now?',
        'Un centro de tratamiento ofrece dinero por cada persona que envíes. ¿Qué haces?',
      ),
      [
        local('Refuse, write it down, tell the people you serve', 'Rechazarlo, anotarlo y avisar a tu gente'),
        local('Take it for the naloxone fund', 'Aceptarlo para comprar naloxona'),
        local('Take it once', 'Aceptarlo una vez'),
      ],
      local(
        'Money for referrals bends advice. In the United States it is a federal crime.',
        'El dinero por enviar pacientes tuerce el consejo. En Estados Unidos es un delito federal.',
      ),
      2,
    ),
    check(
      local(
        'Can you, as host, read a member’s check-ins?',
        'Si alojas Holdfast, ¿puedes leer los registros de una persona?',
      ),
      [
        local('No, unless you served altered code', 'No, salvo si cambiaras el código'),
        local('Yes, as an administrator', 'Sí, con permisos de administración'),
        local('Yes, with a court order', 'Sí, con una orden judicial'),
      ],
      local(
        'The server holds sealed content. Say plainly what it still sees.',
        'El servidor guarda contenido cifrado. Di con claridad qué sí ve.',
      ),
    ),
  ],
  related: ['for-clinicians', 'rights-and-privacy', 'work-housing-money'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
