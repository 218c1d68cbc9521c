import type { SafetyLocale } from '../local-text.ts';
import type { ClaimKind } from './claims.ts';

/** Bad copy, planted so that every word rule is seen to fire: the text, and the words it must point at. */
export const PLANTED: Readonly<Record<SafetyLocale, readonly (readonly [text: string, word: string])[]>> = {
  en: [
    ['Help for addicts.', 'addicts'],
    ['She is an ex-addict.', 'ex-addict'],
    ['He is addicted.', 'addicted'],
    ['Services for drug users.', 'users'],
    ['The user chose a name.', 'user'],
    ['He was a junkie.', 'junkie'],
    ['Drug abuse harms families.', 'abuse'],
    ['For substance abusers.', 'abusers'],
    ['An alcoholic needs care.', 'alcoholic'],
    ['How long have you been clean?', 'clean'],
    ['You had a clean test.', 'clean'],
    ['He gave a dirty test.', 'dirty'],
    ['Kick the habit today.', 'Kick the habit'],
    ['People with a drug problem.', 'drug problem'],
    ['Methadone is replacement therapy.', 'replacement therapy'],
    ['Ask about MAT.', 'MAT'],
    ['What to do after a relapse.', 'relapse'],
    ['A non-compliant patient.', 'non-compliant'],
    ['He failed treatment.', 'failed treatment'],
    ['Stop enabling him.', 'Stop enabling'],
    ['Are you codependent?', 'codependent'],
    ['He committed suicide.', 'committed suicide'],
    ['After a failed attempt.', 'failed attempt'],
    ['Face your demons.', 'demons'],
    ['The war on drugs.', 'war on'],
    ['Before you hit rock bottom.', 'rock bottom'],
    ['Show tough love.', 'tough love'],
    ['Just breathe.', 'Just'],
    ['Why did you use?', 'Why'],
    ['A proven method.', 'proven'],
    ['We guarantee results.', 'guarantee'],
    ['This app is anonymous.', 'anonymous'],
    ['Zero-knowledge storage.', 'Zero-knowledge'],
    ['Military-grade locks.', 'Military-grade'],
    ['HIPAA compliant.', 'HIPAA'],
    ['Well done.', 'Well done'],
    ['Keep your streak.', 'streak'],
    ['Wait five minutes.', 'five'],
    ['It will help you stay sober.', 'will help you stay sober'],
    ['The most effective app for recovery.', 'most effective app'],
  ],
  es: [
    ['Ayuda para adictos.', 'adictos'],
    ['Es drogadicta.', 'drogadicta'],
    ['Un toxicómano.', 'toxicómano'],
    ['Era un yonqui.', 'yonqui'],
    ['Consumidores de heroína.', 'Consumidores'],
    ['Usuarios de drogas.', 'Usuarios'],
    ['Está enganchado.', 'enganchado'],
    ['El abuso de drogas.', 'abuso'],
    ['No abuses del alcohol.', 'abuses'],
    ['Es alcohólico.', 'alcohólico'],
    ['Lleva 3 meses limpio.', 'meses limpio'],
    ['Quiero estar limpia.', 'estar limpia'],
    ['Una prueba limpia.', 'prueba limpia'],
    ['Una prueba sucia.', 'sucia'],
    ['Personas con problemas de drogas.', 'problemas de drogas'],
    ['La terapia de sustitución.', 'terapia de sustitución'],
    ['Después de una recaída.', 'recaída'],
    ['Recayó en mayo.', 'Recayó'],
    ['Un paciente incumplidor.', 'incumplidor'],
    ['Fracasó en el tratamiento.', 'Fracasó'],
    ['Una madre codependiente.', 'codependiente'],
    ['Cometió suicidio.', 'Cometió suicidio'],
    ['Un intento fallido.', 'intento fallido'],
    ['La lucha contra las drogas.', 'lucha contra las drogas'],
    ['Antes de tocar fondo.', 'tocar fondo'],
    ['Mano dura con él.', 'Mano dura'],
    ['Simplemente respira.', 'Simplemente'],
    ['¿Por qué usaste?', 'Por qué'],
    ['Y dime, ¿por qué no llamaste?', 'por qué'],
    ['Un método comprobado.', 'comprobado'],
    ['Te curará.', 'curará'],
    ['Es una app anónima.', 'anónima'],
    ['Cifrado de grado militar.', 'de grado militar'],
    ['Cumple con HIPAA.', 'HIPAA'],
    ['¿Felicidades?', 'Felicidades'],
    ['No pierdas tu racha.', 'racha'],
    ['Llame usted ahora.', 'usted'],
    ['Espera cinco minutos.', 'cinco'],
    ['Te ayudará a dejarlo.', 'Te ayudará a dejarlo'],
    ['Una aplicación eficaz.', 'aplicación eficaz'],
  ],
};

/** Idioms, each found in a crisis text and left alone elsewhere ([WORD-7]). */
export const PLANTED_IDIOMS: Readonly<
  Record<SafetyLocale, readonly (readonly [text: string, word: string])[]>
> = {
  en: [
    ['Hang in there.', 'Hang in there'],
    ['Reach out to a friend.', 'Reach out'],
    ['Keep an eye on them.', 'Keep an eye on'],
    ['Ask him to lend you a hand.', 'lend you a hand'],
    ['They are not out of the woods.', 'out of the woods'],
    ['Stay strong.', 'Stay strong'],
    ['Take 1 day. Do not go cold turkey.', 'cold turkey'],
    ['Ride it out.', 'Ride it out'],
    ['Are you on edge?', 'on edge'],
  ],
  es: [
    ['Alguien puede echarte una mano.', 'echarte una mano'],
    ['Aguanta ahí.', 'Aguanta ahí'],
    ['No le quites el ojo de encima.', 'No le quites el ojo de encima'],
    ['Verás la luz al final del túnel.', 'la luz al final del túnel'],
    ['No tires la toalla.', 'tires la toalla'],
    ['Ánimo.', 'Ánimo'],
    ['¿Te sientes hecho polvo?', 'hecho polvo'],
  ],
};

/** Pictures of using, in words ([WORD-8]). */
export const PLANTED_IMAGERY: Readonly<
  Record<SafetyLocale, readonly (readonly [text: string, word: string])[]>
> = {
  en: [
    ['A needle on the floor.', 'needle'],
    ['A spoon and a lighter.', 'spoon'],
    ['Smoke rises from a pipe.', 'pipe'],
    ['A strip of foil.', 'foil'],
    ['He looks for a vein.', 'vein'],
    ['White powder on a table.', 'powder'],
    ['Before you shoot up.', 'shoot up'],
  ],
  es: [
    ['Una aguja en el piso.', 'aguja'],
    ['Una cuchara y un encendedor.', 'cuchara'],
    ['Sale humo de una pipa.', 'pipa'],
    ['Un trozo de papel de aluminio.', 'papel de aluminio'],
    ['Se busca la vena.', 'vena'],
    ['Polvo blanco en la mesa.', 'Polvo'],
    ['Antes de pincharte.', 'pincharte'],
  ],
};

/** What an alternative text may not show, though copy may speak of it ([WORD-8]). */
export const PLANTED_PICTURES: typeof PLANTED_IMAGERY = {
  en: [
    ['Pills in a hand.', 'Pills'],
    ['A face before and after.', 'before and after'],
  ],
  es: [
    ['Pastillas en una mano.', 'Pastillas'],
    ['Una cara, antes y después.', 'antes y después'],
  ],
};

/** Claims of each kind; each needs a source ([WORD-9]). */
export const PLANTED_CLAIMS: Readonly<
  Record<SafetyLocale, readonly (readonly [text: string, kind: ClaimKind, word: string])[]>
> = {
  en: [
    ['About 75% stay in care.', 'share', '75%'],
    ['It works for 60 percent of people.', 'share', '60 percent'],
    ['1 in 4 come back.', 'share', '1 in 4'],
    ['Half of people stop in a year.', 'share', 'Half of people'],
    ['The risk is 6 times higher.', 'comparison', '6 times higher'],
    ['People are twice as likely to return.', 'comparison', 'twice as'],
    ['An overdose is more likely after a break.', 'comparison', 'more likely'],
    ['Studies show that it helps.', 'study', 'Studies'],
    ['Research says so.', 'study', 'Research'],
    ['There is good evidence for it.', 'study', 'evidence'],
    ['Since 2019 it is free.', 'year', '2019'],
    ['It halves deaths.', 'effect', 'halves deaths'],
    ['Methadone reduces the risk.', 'effect', 'reduces the risk'],
    ['Naloxone saves lives.', 'effect', 'saves lives'],
    ['It doubles your chances.', 'effect', 'doubles your chances'],
  ],
  es: [
    ['Cerca del 75 % sigue en atención.', 'share', '75 %'],
    ['Funciona para 60 por ciento.', 'share', '60 por ciento'],
    ['1 de cada 4 vuelve.', 'share', '1 de cada 4'],
    ['La mitad de las personas lo deja.', 'share', 'La mitad de las'],
    ['El riesgo es 6 veces mayor.', 'comparison', '6 veces mayor'],
    ['El riesgo es el doble.', 'comparison', 'el doble'],
    ['Una sobredosis es más probable después.', 'comparison', 'más probable'],
    ['Los estudios muestran que sirve.', 'study', 'estudios'],
    ['Una investigación lo dice.', 'study', 'investigación'],
    ['Hay buena evidencia.', 'study', 'evidencia'],
    ['Desde 2019 es gratis.', 'year', '2019'],
    ['Reduce el riesgo.', 'effect', 'Reduce el riesgo'],
    ['Baja las muertes a la mitad.', 'effect', 'a la mitad'],
    ['La naloxona salva vidas.', 'effect', 'salva vidas'],
    ['Duplica el riesgo.', 'effect', 'Duplica el riesgo'],
  ],
};

/** Sentences with numbers and days that claim nothing. */
export const NO_CLAIMS: Readonly<Record<SafetyLocale, readonly string[]>> = {
  en: [
    'Give 1 breath every 5 seconds.',
    'Take it 2 times a day.',
    'Written 2026-11-21. Open from 20:00.',
    'Studying takes time. Call 988.',
    'Choose half an hour. Try 1 in 5 minutes.',
    'Raise your arms. Lower your shoulders.',
  ],
  es: [
    'Da 1 soplo cada 5 segundos.',
    'Tómalo 2 veces al día.',
    'Escrito el 2026-11-21. Abre a las 20:00.',
    'Estudiar lleva tiempo. Llama al 988.',
    'Elige media hora.',
    'Sube los brazos. Baja los hombros.',
  ],
};

/** Numbers nobody dated, as people write them ([WORD-10]). */
export const PLANTED_NUMBERS: readonly (readonly [text: string, number: string])[] = [
  ['Call 1-800-555-0199 now.', '1-800-555-0199'],
  ['Their number is +353 1 555 0199.', '+353 1 555 0199'],
  ['Call 0800 300 303.', '0800 300 303'],
  ['Call 117 for help.', '117'],
  ['text HELP to 70707', '70707'],
  ['Llama al 117.', '117'],
  ['Marca el 600 600.', '600 600'],
  ['envía HOLA al 70707', '70707'],
  ['Call 1933.', '1933'],
];

/** Numbers that a pack dates, and digits that are no number to dial. */
export const DATED_NUMBERS: readonly string[] = [
  'Call 911.',
  'Call 988, or text HOME to 741741.',
  'Samaritans: 116 123, or 08088088000.',
  'Llama al 112. Llama al 1-800-662-4357.',
  'Written 2026-11-21 at 20:30. Version 2026-11-21.1, from 2019 to 2026.',
  'Call 2 people. Call 10 times. The batch is 75 %.',
  'It has 749,634 people in it.',
];

/** Copy that must pass: the same letters in innocent use, and names that belong to others. */
export const INNOCENT: Readonly<Record<SafetyLocale, readonly string[]>> = {
  en: [
    'Narcotics Anonymous meets at 19:00.',
    'Alcoholics Anonymous and Adult Children of Alcoholics are open to you.',
    'Substance Abuse and Mental Health Services Administration',
    'Use clean water. Keep the wound clean.',
    'Wash with clean hands.',
    'Choose a user name.',
    'Build a new habit.',
    'We can explain the reason.',
    'This is the reason why we ask.',
    'You are not anonymous to the host.',
    'Adjust the time. It is unjust.',
    'Turn on the mat.',
    'One line for you.',
    'Medication is recovery.',
  ],
  es: [
    'Narcóticos Anónimos se reúne a las 19:00.',
    'Alcohólicos Anónimos está abierto para ti.',
    'Limpia la herida con agua limpia.',
    'No uses agua sucia.',
    'Elige un nombre de usuario.',
    'Evita las bebidas alcohólicas.',
    'Quédate porque puede volver.',
    'Te decimos por qué lo pedimos.',
    'Si estás solo, llama.',
    'No es anónimo para quien lo aloja.',
    'Ustedes pueden llamar.',
  ],
};
