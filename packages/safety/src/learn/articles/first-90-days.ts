import type { Article } from '../article.ts';
import { check, go, list, local, note, said, section, steps, text } from '../blocks.ts';

export const first90Days: Article = {
  id: 'first-90-days',
  topic: 'start',
  readers: ['me', 'family', 'friend'],
  title: local('The first 90 days', 'Los primeros 90 días'),
  lead: local(
    'You are out of detox, rehab, hospital or prison. Or you have decided to change. Start with today.',
    'Saliste de desintoxicación, de rehabilitación, del hospital o de la cárcel, o decidiste cambiar. Empieza por hoy.',
  ),
  sections: [
    section(
      'today',
      'Today',
      'Hoy',
      text(
        'The first 4 weeks are the most dangerous. Your body can take far less than before. In a large study, far fewer people on medicine died in them.',
        'Las primeras 4 semanas son las más peligrosas. Tu cuerpo aguanta mucho menos que antes. En un estudio grande, con medicamento muchas menos personas murieron en ellas.',
        'degenhardt-2014',
        'white-2015',
      ),
      steps(
        said('Eat something. Drink water.', 'Come algo. Toma agua.'),
        said('Tell 1 person where you are tonight.', 'Dile a 1 persona dónde estás esta noche.'),
        said(
          'Get naloxone. Show someone where it is.',
          'Consigue naloxona. Muestra a alguien dónde está.',
          'samhsa-toolkit-2025',
        ),
        said('Find out when your next dose or visit is.', 'Averigua cuándo es tu próxima dosis o cita.'),
      ),
    ),
    section(
      'week',
      'This week',
      'Esta semana',
      list(
        said(
          'Medicine: if you have none, ask for it. It is not too late.',
          'Medicamento: si no tienes, pídelo. No es tarde.',
          'asam-2020',
        ),
        said(
          'A safe bed: know where you sleep for the next 7 nights.',
          'Una cama segura: ten claro dónde duermes las próximas 7 noches.',
        ),
        said(
          'Papers: ID, benefits, phone. Pick the one that blocks the most.',
          'Papeles: documento, ayudas, teléfono. Elige el que más te frena.',
        ),
        said(
          'A voice: someone to call each day, even for 2 minutes.',
          'Una voz: alguien a quien llamar cada día, aunque sean 2 minutos.',
        ),
      ),
    ),
    section(
      'month',
      'The first month',
      'El primer mes',
      text(
        'Recovery has 4 supports: health, home, purpose and community. You don’t need all 4 at once. Ask which one is weakest now, and do one small thing for it.',
        'La recuperación tiene 4 apoyos: salud, hogar, propósito y comunidad. No hacen falta los 4 a la vez. Mira cuál está más débil y haz una cosa pequeña por él.',
        'samhsa-recovery-2012',
      ),
      text(
        'Sleep may be bad for a while. Moods may swing. This is common, and it can last for months. Tell your clinician if it is hard to bear. Eat at set times, go outside once a day, and keep nights simple.',
        'Quizás duermas mal un tiempo. El ánimo puede subir y bajar. Es frecuente y puede durar meses. Dilo en tu consulta si te cuesta soportarlo. Come a la misma hora, sal una vez al día y haz noches sencillas.',
        'samhsa-sleep-2014',
      ),
    ),
    section(
      'later',
      'Days 30 to 90',
      'Del día 30 al 90',
      text(
        'Now you know more. Which hour is the hardest? Which place, which person? Write one plan for it. “If it is Friday after work, then I ride with Sam.”',
        'Ahora sabes más. ¿Qué hora cuesta más? ¿Qué lugar, qué persona? Escribe un plan. “Si es viernes después del trabajo, entonces vuelvo con Sam.”',
        'gollwitzer-2006',
      ),
      text(
        'Feeling well is not a reason to stop medicine. There is no set end date. If you think about stopping, talk to your prescriber before you change anything.',
        'Sentirte bien no es razón para dejar el medicamento. No hay una fecha fija para terminar. Si piensas dejarlo, habla con quien te receta antes de cambiar nada.',
        'asam-2020',
      ),
    ),
    section(
      'slip',
      'If you use',
      'Si usas',
      note(
        'It happens to many people. Get safe first: not alone, naloxone out. Tell 1 person. Ask your clinic about your medicine today. The rest can wait.',
        'Le pasa a mucha gente. Primero, seguridad: no a solas, naloxona a mano. Avisa a 1 persona. Pregunta hoy en tu clínica por tu medicamento. Lo demás puede esperar.',
        'nida-principles',
      ),
      go('/now', 'Help for right now', 'Ayuda para ahora mismo'),
      go('/learn/cravings', 'When the urge is strong', 'Cuando las ganas son fuertes'),
      go('/now/lines', 'Talk to a person', 'Habla con alguien'),
    ),
  ],
  checks: [
    check(
      local('Which weeks need the most care?', '¿Qué semanas piden más cuidado?'),
      [
        local('The first 4', 'Las primeras 4'),
        local('Weeks 8 to 12', 'Las semanas 8 a 12'),
        local('They are all alike', 'Todas son iguales'),
      ],
      local(
        'Tolerance is low, and care is often not yet in place.',
        'La tolerancia es baja y muchas veces aún no hay atención lista.',
      ),
      0,
    ),
    check(
      local('You used on day 40. What comes first?', 'Usaste el día 40. ¿Qué va primero?'),
      [
        local('Being safe, then 1 person', 'Estar a salvo, y luego 1 persona'),
        local('Working out what went wrong', 'Entender qué salió mal'),
        local('Starting the 90 days again', 'Empezar de nuevo los 90 días'),
      ],
      local(
        'Safety first. Learning comes later, and your 40 days are still yours.',
        'Primero la seguridad. Aprender viene después, y tus 40 días siguen siendo tuyos.',
      ),
      1,
    ),
  ],
  related: ['detox-alone', 'medicines', 'routine', 'tolerance'],
  writtenOn: '2026-11-25',
  reviewBy: '2027-05-24',
  checkedBy: null,
};
