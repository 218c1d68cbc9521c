import {
  BLAMES,
  CLAIM,
  JUDGES,
  MEDICINE,
  PERSON_FIRST,
  PLAIN,
  PRAISE,
  PRIVACY,
  SHAMES,
  SUICIDE,
  WAR,
  words,
} from './word-rule.ts';
import type { WordRule } from './word-rule.ts';

/** What comes before "limpia" when it judges a person or a test; "limpia la herida" is an instruction. */
const JUDGED =
  '(?:est(?:ar|oy|ás|á|án|uve)|seguir|sig(?:o|ue|ues)|mant(?:ener(?:me|te|se)|ente|engo|iene)|qued(?:ar|arse|arte)|' +
  'persona|prueba|test|orina|análisis|muestra|días?|mes(?:es)?|años?|tiempo)';

/** Spanish words to avoid: the twins of the English list, in the words used for them in Spanish. */
export const WORDS_ES: readonly WordRule[] = [
  {
    pattern: words('(?:ex-?)?(?:drogadict|adict)[oa]s?|toxicóman[oa]s?|drogodependientes?'),
    use: 'persona con trastorno por uso de opioides, persona en recuperación',
    reason: PERSON_FIRST,
  },
  {
    pattern: words('yonquis?|drogat[ao]s?|drogón|drogones'),
    use: 'persona que usa drogas',
    reason: PERSON_FIRST,
  },
  { pattern: words('consumidor(?:a|as|es)?'), use: 'persona que usa drogas', reason: PERSON_FIRST },
  {
    pattern: words('(?<!nombre de )usuari[oa]s?'),
    use: 'persona que usa drogas, o tú',
    reason: PERSON_FIRST,
  },
  {
    pattern: words('enganchad[oa]s?|vicios?|vicios[oa]s?'),
    use: 'trastorno por uso de opioides',
    reason: JUDGES,
  },
  {
    pattern: words('abus(?:o|os|a|as|an|ar|e|es|en|ó|aron|ador|adora|adores)|drogas de abuso'),
    use: 'uso, uso distinto del recetado; violencia (de una pareja)',
    reason: JUDGES,
  },
  {
    pattern: words('(?<!bebidas? )alcohólic[oa]s?|borrach[oa]s?'),
    use: 'persona con trastorno por uso de alcohol',
    reason: PERSON_FIRST,
  },
  {
    pattern: words(`${JUDGED} limpi[oa]s?`),
    use: 'en recuperación, sin usar; negativa (una prueba)',
    reason: JUDGES,
  },
  {
    pattern: words('(?<!(?:agua|mano|manos|ropa|herida|heridas|jeringa|jeringas) )suci[oa]s?'),
    use: 'usando; positiva (una prueba)',
    reason: JUDGES,
  },
  {
    pattern: words('hábitos? de (?:las )?drogas|problemas? (?:de|con las) drogas'),
    use: 'trastorno por uso de opioides',
    reason: JUDGES,
  },
  {
    pattern: words(
      '(?:terapia|tratamiento)s? (?:de|con) (?:sustitución|reemplazo|sustitutivos)|terapia sustitutiva|tratamiento sustitutivo|tratamiento asistido con medicamentos',
    ),
    use: 'medicamentos para el trastorno por uso de opioides',
    reason: MEDICINE,
  },
  {
    pattern: words('reca(?:ída|ídas|er|yó|yeron|ído|igo|es|e|en|iste)'),
    use: 'volver a usar, desliz, tropiezo',
    reason: SHAMES,
  },
  {
    pattern: words('incumplid(?:or|ora|ores|oras)|incumplimientos?'),
    use: 'dejó, no pudo, el tratamiento no le sirvió',
    reason: BLAMES,
  },
  {
    pattern: words('fracas(?:o|os|ó|aste|aron|ar)'),
    use: 'dejó, no pudo, el tratamiento no le sirvió',
    reason: BLAMES,
  },
  {
    pattern: words('codependientes?|codependencia'),
    use: 'apoyar; lo que ayuda y lo que no',
    reason: BLAMES,
  },
  {
    pattern: words('comet(?:er|ió|e|en|ieron) (?:un )?suicidio|suicidio consumado'),
    use: 'murió por suicidio',
    reason: SUICIDE,
  },
  {
    pattern: words('intentos? (?:de suicidio )?(?:exitos[oa]|fallid[oa]|fracasad[oa])s?'),
    use: 'intento',
    reason: SUICIDE,
  },
  {
    pattern: words(
      'batallas?|demonios?|(?:guerra|lucha|luchar|luchas|pelea|pelear) (?:contra|con) (?:la |las |tus )?(?:drogas?|adicción|adicciones|heroína|ganas)',
    ),
    use: '(quitar)',
    reason: WAR,
  },
  { pattern: words('toc(?:ar|ó|aste|ando) fondo'), use: '(quitar)', reason: WAR },
  {
    pattern: words('mano dura|amor duro'),
    use: 'límites con cariño',
    reason: 'confronting people keeps them from help',
  },
  { pattern: words('simplemente|tan solo|tan sólo'), use: '(quitar)', reason: PLAIN },
  {
    pattern: /(?<=¿[^?]*)(?<!\p{L})por qué(?=[^?]*\?)/giu,
    use: 'qué, cómo, cuándo',
    reason: 'a why question sounds like blame',
  },
  {
    pattern: words(
      '(?:científicamente )?(?:comprobad|demostrad|garantizad)[oa]s?|garantías?|garantiz(?:a|an|amos)|milagros?|cura|curan|curar|curará|tasa de éxito',
    ),
    use: '(quitar)',
    reason: CLAIM,
  },
  {
    pattern: words(
      '(?:te )?(?:ayudará|hará|mantendrá) (?:a |que )?(?:dejar(?:lo|la)?|dejes|seguir|recuperarte|mantenerte|sin usar)|te ayuda a (?:dejarl[oa]|seguir sin|mantenerte)|(?:apps?|aplicación|herramienta|programa|método) (?:muy |más )?(?:eficaz|efectiv[oa]s?)|(?:clínicamente|científicamente) (?:probad|validad|avalad)[oa]s?|basad[oa] en la evidencia|cambiará tu vida|funciona para tod[oa]s|te recuperarás|nunca falla',
    ),
    use: '(quitar)',
    reason: CLAIM,
  },
  {
    pattern: words('(?<!no (?:es|eres) )anónim(?:[oa]s?|amente)|anonimato'),
    use: 'sin dar tu nombre',
    reason: PRIVACY,
  },
  {
    pattern: words(
      'conocimiento cero|(?:de )?grado militar|nivel bancario|HIPAA|inviolable|100 ?% (?:segur|privad)[oa]|totalmente (?:segur|privad)[oa]',
    ),
    use: 'di qué se protege, de quién, y qué no',
    reason: PRIVACY,
  },
  {
    pattern: words(
      'felicidades|felicitaciones|enhorabuena|bien hecho|(?:buen|gran) trabajo|orgullos[oa]s? de ti|rachas?',
    ),
    use: '(quitar)',
    reason: PRAISE,
  },
  { pattern: words('usted|vosotr[oa]s'), use: 'tú, ustedes', reason: 'we speak to one person, as an equal' },
  {
    pattern: words('dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|veinte|treinta'),
    use: 'cifras',
    reason: 'digits are read faster',
    crisisOnly: true,
  },
];
