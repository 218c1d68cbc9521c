import type { LocalText } from '../local-text.ts';
import { local } from './blocks.ts';

/** One word people meet, and what it means. `see` is the id of an article. */
export interface GlossaryEntry {
  readonly word: LocalText;
  readonly means: LocalText;
  readonly see?: string;
}

const entry = (en: string, es: string, meansEn: string, meansEs: string, see?: string): GlossaryEntry => ({
  word: local(en, es),
  means: local(meansEn, meansEs),
  ...(see === undefined ? {} : { see }),
});

/** Words of the field, in the order of the English ones. */
export const GLOSSARY: readonly GlossaryEntry[] = [
  entry(
    'Abstinence',
    'Abstinencia',
    'Not using a drug at all. Taking medicine as prescribed does not break it.',
    'No usar una droga en absoluto. Tomar un medicamento recetado no la rompe.',
  ),
  entry(
    'Benzos',
    'Benzos',
    'Short for benzodiazepines: calming medicines. With opioids they make breathing stop more easily.',
    'Benzodiacepinas: medicamentos para calmar. Con opioides, la respiración para más fácil.',
    'sleep',
  ),
  entry(
    'Boundary',
    'Límite',
    'What I will do to stay well. It is not a way to control someone else.',
    'Lo que yo haré para estar bien. No es una forma de controlar a otra persona.',
    'boundaries',
  ),
  entry(
    'Buprenorphine',
    'Buprenorfina',
    'A medicine that eases urges and withdrawal. Given under the tongue or as an injection.',
    'Un medicamento que calma las ganas y la abstinencia. Va bajo la lengua o en inyección.',
    'medicines',
  ),
  entry(
    'CBT',
    'TCC',
    'Cognitive behavioral therapy: learning to spot thoughts and moments, and to act in a new way.',
    'Terapia cognitivo-conductual: aprender a ver pensamientos y momentos, y actuar de otra manera.',
    'therapy-kinds',
  ),
  entry(
    'Check-in',
    'Registro',
    'A short note of how you are, for yourself.',
    'Una nota corta de cómo estás, para ti.',
  ),
  entry(
    'CRAFT',
    'CRAFT',
    'A method for families that uses kind words, clear limits and good timing.',
    'Un método para familias con palabras amables, límites claros y buen momento.',
    'craft-ideas',
  ),
  entry(
    'Craving',
    'Ganas',
    'A strong wish to use. It rises and falls.',
    'Un deseo fuerte de usar. Sube y baja.',
    'cravings',
  ),
  entry(
    'Dependence',
    'Dependencia',
    'The body is used to a drug or medicine and feels ill without it. It is not the same as the disorder.',
    'El cuerpo está acostumbrado y se siente mal sin la sustancia. No es lo mismo que el trastorno.',
    'what-is-oud',
  ),
  entry(
    'Detox',
    'Desintoxicación',
    'The days in which a drug leaves the body. On its own it is not treatment.',
    'Los días en que una droga sale del cuerpo. Por sí sola no es tratamiento.',
    'detox-alone',
  ),
  entry(
    'Early sign',
    'Señal temprana',
    'Something that often changes for you before things get hard.',
    'Algo que suele cambiar en ti antes de que todo se ponga difícil.',
  ),
  entry(
    'Fentanyl',
    'Fentanilo',
    'A very strong opioid. A tiny amount can stop the breath.',
    'Un opioide muy fuerte. Una cantidad mínima puede parar la respiración.',
    'overdose-and-naloxone',
  ),
  entry(
    'HALT',
    'HALT',
    'Hungry, angry, lonely, tired: 4 things to check when an urge comes.',
    'Hambre, enojo, soledad, cansancio: 4 cosas que mirar cuando llegan las ganas.',
    'cravings',
  ),
  entry(
    'Harm reduction',
    'Reducción de daños',
    'Things that keep people alive and well, whether or not they stop using.',
    'Lo que mantiene a la gente viva y sana, dejen o no de usar.',
    'overdose-and-naloxone',
  ),
  entry(
    'If-then plan',
    'Plan «si pasa, hago»',
    'One moment and one small act: if this happens, then I do that.',
    'Un momento y un acto pequeño: si pasa esto, entonces hago aquello.',
    'triggers',
  ),
  entry(
    'Lapse',
    'Desliz',
    'Using once or for a short time after a break. Also called a slip.',
    'Usar una vez o por poco tiempo después de una pausa.',
    'cravings',
  ),
  entry(
    'Methadone',
    'Metadona',
    'A medicine that works slowly and evenly, and eases urges and withdrawal.',
    'Un medicamento que actúa lento y parejo, y calma las ganas y la abstinencia.',
    'medicines',
  ),
  entry(
    'Mutual help group',
    'Grupo de ayuda mutua',
    'People with the same trouble who help each other, mostly without professionals.',
    'Personas con el mismo problema que se ayudan, casi siempre sin profesionales.',
    'groups-kinds',
  ),
  entry(
    'Naloxone',
    'Naloxona',
    'A medicine that can bring back the breath in an opioid overdose.',
    'Un medicamento que puede devolver la respiración en una sobredosis de opioides.',
    'overdose-and-naloxone',
  ),
  entry(
    'Naltrexone',
    'Naltrexona',
    'A medicine that blocks opioids. It does not ease withdrawal.',
    'Un medicamento que bloquea los opioides. No calma la abstinencia.',
    'medicines',
  ),
  entry(
    'Nitazenes',
    'Nitazenos',
    'A group of very strong opioids. Naloxone works on them, and several doses may be needed.',
    'Un grupo de opioides muy fuertes. La naloxona actúa, y quizá hagan falta varias dosis.',
    'overdose-and-naloxone',
  ),
  entry(
    'Opioids',
    'Opioides',
    'Drugs and medicines like heroin, fentanyl, morphine and strong pain pills.',
    'Drogas y medicamentos como la heroína, el fentanilo, la morfina y pastillas fuertes para el dolor.',
    'what-is-oud',
  ),
  entry(
    'Opioid use disorder',
    'Trastorno por uso de opioides',
    'A health condition in which use goes on although it does harm. It can be treated.',
    'Una condición de salud en la que el uso sigue aunque haga daño. Tiene tratamiento.',
    'what-is-oud',
  ),
  entry(
    'Overdose',
    'Sobredosis',
    'More than the body can take: breathing slows or stops.',
    'Más de lo que el cuerpo aguanta: la respiración se frena o para.',
    'overdose-and-naloxone',
  ),
  entry(
    'Peer',
    'Par',
    'Someone who has lived through something like it and walks along with you.',
    'Alguien que vivió algo parecido y te acompaña.',
    'sponsors',
  ),
  entry(
    'Precipitated withdrawal',
    'Abstinencia precipitada',
    'Sudden, strong withdrawal when some medicines are taken too soon after opioids.',
    'Abstinencia fuerte y repentina cuando ciertos medicamentos se toman muy pronto después de opioides.',
    'medicines',
  ),
  entry(
    'Recovery',
    'Recuperación',
    'Getting better, in the way that fits you. With medicine is recovery too.',
    'Estar mejor, de la manera que te sirva. Con medicamento también es recuperación.',
    'first-90-days',
  ),
  entry(
    'Recovery position',
    'Posición de seguridad',
    'Lying on the side with the airway open, so that breath can pass.',
    'Acostada de lado, con la boca y la nariz libres, para que pase el aire.',
    'overdose-and-naloxone',
  ),
  entry(
    'Relapse',
    'Recaída',
    'A return to use after a time without. We mostly say “return to use”.',
    'Volver a usar después de un tiempo. Casi siempre decimos “volver a usar”.',
  ),
  entry(
    'Safety plan',
    'Plan de seguridad',
    'A short list for the worst hour: signs, things to do, people to call, a safer room.',
    'Una lista corta para la peor hora: señales, qué hacer, a quién llamar, un cuarto más seguro.',
  ),
  entry(
    'Sponsor',
    'Padrino o madrina',
    'A member of a 12-step group with more time in it, who helps you with the steps.',
    'Alguien con más tiempo en un grupo de 12 pasos que te ayuda con los pasos.',
    'sponsors',
  ),
  entry(
    'Tolerance',
    'Tolerancia',
    'How much the body can take. It falls fast after a break.',
    'Cuánto aguanta el cuerpo. Baja rápido después de una pausa.',
    'tolerance',
  ),
  entry(
    'Trigger',
    'Detonante',
    'A place, person, feeling or time that sets off an urge.',
    'Un lugar, persona, emoción o momento que despierta las ganas.',
    'triggers',
  ),
  entry(
    'Withdrawal',
    'Abstinencia (síntomas)',
    'Feeling ill when an opioid leaves a body that is used to it.',
    'Malestar cuando un opioide sale de un cuerpo acostumbrado a él.',
    'detox-alone',
  ),
  entry(
    'Xylazine',
    'Xilacina',
    'A strong sedative found in some drugs. Naloxone does not touch it; give it all the same.',
    'Un sedante fuerte que hay en algunas drogas. La naloxona no lo toca; dala igual.',
    'overdose-and-naloxone',
  ),
];
