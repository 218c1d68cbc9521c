import type { LocalText } from './local-text.ts';
import type { TextStep } from './overdose-card.ts';
import { line, strong } from './text-block.ts';
import type { TextBlock } from './text-block.ts';

/*
 * The words of the overdose card, English and Spanish side by side so that no line can lose its twin.
 * Not yet reviewed by a clinician: the open questions are listed at the end of SPEC.md.
 */

export const CARD_STEPS: readonly TextStep[] = [
  {
    id: 'check',
    title: { en: 'Try to wake them', es: 'Intenta despertar a la persona' },
    lines: [
      strong(
        'Shout their name. Rub the middle of their chest hard with your knuckles.',
        'Grita su nombre. Frota fuerte el centro del pecho con los nudillos.',
      ),
      line(
        'Watch their chest. Less than 1 breath every 5 seconds is too slow.',
        'Mira su pecho. Menos de 1 respiración cada 5 segundos es muy poco.',
      ),
      strong(
        "Won't wake, or slow or strange breathing? Act now.",
        '¿No despierta, o respira lento o raro? Actúa ya.',
      ),
      line("You don't need to know what they took.", 'No hace falta saber qué tomó.'),
    ],
  },
  {
    id: 'call',
    tool: 'call',
    title: { en: 'Call {number}', es: 'Llama al {number}' },
    lines: [
      strong('Call {number} now. Put the phone on speaker.', 'Llama al {number} ya. Pon el altavoz.'),
      line(
        'Say: "They won\'t wake up. They are not breathing well."',
        'Di: "No despierta. No respira bien."',
      ),
      line('Say where you are: street, number, floor, door.', 'Di dónde estás: calle, número, piso, puerta.'),
      line('Naloxone near you? Give it while you talk.', '¿Hay naloxona cerca? Aplícala mientras hablas.'),
    ],
  },
  {
    id: 'naloxone',
    tool: 'dose',
    title: { en: 'Give naloxone', es: 'Aplica naloxona' },
    lines: [
      line('Lay them on their back.', 'Acuesta a la persona boca arriba.'),
      strong(
        'Spray: tip all the way into 1 nostril. Press the plunger to the end.',
        'Spray: la punta hasta el fondo en 1 fosa nasal. Aprieta hasta el final.',
      ),
      strong(
        'Injection: 1 dose into the outer thigh. Clothes can stay on.',
        'Inyección: 1 dosis en la parte externa del muslo, sobre la ropa.',
      ),
      line('Then start the dose clock.', 'Después inicia el reloj de dosis.'),
      line('No naloxone? Go on to the breaths.', '¿No hay naloxona? Sigue con los soplos.'),
    ],
  },
  {
    id: 'breathe',
    tool: 'breath',
    title: { en: 'Breathe for them', es: 'Respira por esa persona' },
    lines: [
      line('Do this if they are not breathing well.', 'Hazlo si no respira bien.'),
      strong(
        'Tilt the head back. Lift the chin. Pinch the nose shut.',
        'Cabeza hacia atrás. Levanta la barbilla. Tapa la nariz.',
      ),
      line('Seal your mouth over theirs. Give 2 breaths.', 'Cubre su boca con la tuya. Da 2 soplos.'),
      strong(
        'Then 1 breath every 5 seconds. Watch the chest rise.',
        'Luego 1 soplo cada 5 segundos. Mira si sube el pecho.',
      ),
      line(
        'If the person at {number} says push on the chest, do it.',
        'Si en el {number} te piden presionar el pecho, hazlo.',
      ),
    ],
  },
  {
    id: 'second-dose',
    tool: 'dose',
    title: { en: 'No better? Another dose', es: '¿No mejora? Otra dosis' },
    lines: [
      strong(
        'Still not breathing well after 2 to 3 minutes? Give another dose.',
        '¿Sigue sin respirar bien después de 2 o 3 minutos? Aplica otra dosis.',
      ),
      line('Spray: use the other nostril.', 'Spray: usa la otra fosa nasal.'),
      line(
        'Repeat every 2 to 3 minutes while you have more. Keep giving breaths.',
        'Repite cada 2 o 3 minutos si tienes más. Sigue con los soplos.',
      ),
      line(
        'Breathing well but asleep? No more doses. Go to the next step.',
        '¿Respira bien pero duerme? No más dosis. Pasa al paso siguiente.',
      ),
      line('If the leaflet gives another time, follow it.', 'Si el folleto dice otro tiempo, síguelo.'),
    ],
  },
  {
    id: 'stay',
    title: { en: 'On their side, and stay', es: 'De lado, y quédate' },
    lines: [
      strong(
        'Breathing? Roll them onto their side, top knee bent, head back.',
        '¿Respira? Gira a la persona de lado, rodilla de arriba doblada, cabeza atrás.',
      ),
      strong('Stay until help comes.', 'Quédate hasta que llegue la ayuda.'),
      line(
        'Naloxone can wear off. The overdose can come back.',
        'La naloxona puede perder efecto. La sobredosis puede volver.',
      ),
      line(
        'They may wake sick, scared or angry. Tell them what happened.',
        'Puede despertar mal, con miedo o enojo. Cuéntale qué pasó.',
      ),
      line('No more drugs now.', 'No más drogas por ahora.'),
      line(
        'If they refuse the ambulance, someone stays for hours.',
        'Si no quiere la ambulancia, alguien se queda varias horas.',
      ),
    ],
  },
];

export const CARD_EXTRAS: Readonly<
  Record<'signs' | 'products' | 'recovery' | 'doNot' | 'tellCrew' | 'goodToKnow', TextBlock>
> &
  Readonly<Record<'title' | 'reviewedBy', LocalText>> = {
  title: {
    en: "Someone won't wake up, or breathing is slow or strange",
    es: 'Alguien no despierta, o respira lento o raro',
  },
  signs: {
    title: { en: 'Signs. The first 2 are enough', es: 'Señales. Bastan las primeras 2' },
    lines: [
      strong("Won't wake up.", 'No despierta.'),
      strong(
        'Breathing is slow, shallow, uneven or stopped.',
        'Respira lento, poco, de forma irregular o nada.',
      ),
      line('Gurgling or deep snoring.', 'Ruido de gorgoteo o ronquido profundo.'),
      line(
        'Blue lips or nails. On darker skin, grey or ashen: look at lips, gums, nails and palms.',
        'Labios o uñas azules. En piel oscura, gris o ceniza: mira labios, encías, uñas y palmas.',
      ),
      line('Very small pupils, but not always.', 'Pupilas muy pequeñas, aunque no siempre.'),
      line('Limp body.', 'Cuerpo flojo.'),
      line('Cold, damp skin.', 'Piel fría y húmeda.'),
    ],
  },
  /** Leaflets of Nyxoid and Prenoxad; MMWR 73(5) for 8 mg. */
  products: {
    title: { en: 'Which naloxone is it?', es: '¿Qué naloxona es?' },
    lines: [
      line(
        'Nasal spray, 4 mg or 1.8 mg (Nyxoid): 1 spray is 1 dose.',
        'Spray nasal de 4 mg o 1.8 mg (Nyxoid): 1 spray es 1 dosis.',
      ),
      line("Don't test a spray. It works only once.", 'No pruebes el spray. Sirve una sola vez.'),
      line(
        'Nasal spray, 8 mg: use it if it is all you have.',
        'Spray nasal de 8 mg: úsalo si es lo único que tienes.',
      ),
      line(
        'In a study, 8 mg saved no more people, and more got sick.',
        'En un estudio, 8 mg no salvó a más gente, y más personas vomitaron.',
      ),
      line(
        'Glass vial: 1 dose is 0.4 mg, into the outer thigh or upper arm.',
        'Frasco: 1 dosis son 0.4 mg, en el muslo o el brazo, por fuera.',
      ),
      line(
        'Prenoxad has 5 doses. For each, push to the next black line.',
        'Prenoxad tiene 5 dosis. En cada una, empuja hasta la línea negra que sigue.',
      ),
      line('Past its date? Use it if you have no other.', '¿Está vencida? Úsala si no hay otra.'),
    ],
  },
  /** One line for each of the 3 pictures. */
  recovery: {
    title: { en: 'On their side, in 3 pictures', es: 'De lado, en 3 dibujos' },
    lines: [
      line('Near arm out. Other hand to the cheek.', 'Brazo cercano afuera. La otra mano a la mejilla.'),
      line('Far knee up. Pull it toward you.', 'Rodilla lejana arriba. Tira hacia ti.'),
      line(
        'Knee stays bent. Head back, mouth down.',
        'Rodilla doblada. Cabeza atrás, la boca hacia el suelo.',
      ),
    ],
  },
  doNot: {
    title: { en: 'Do not', es: 'No hagas esto' },
    lines: [
      line("Don't leave them alone to sleep.", 'No dejes a la persona sola para que duerma.'),
      line("Don't use a cold bath or shower.", 'No uses baño ni ducha fría.'),
      line("Don't inject salt, milk or other drugs.", 'No inyectes sal, leche ni otras drogas.'),
      line("Don't make them vomit.", 'No provoques el vómito.'),
      line("Don't walk them around.", 'No hagas que camine.'),
      line("Don't wait and see.", 'No esperes a ver qué pasa.'),
    ],
  },
  tellCrew: {
    title: { en: 'Tell the ambulance crew', es: 'Dile al equipo de la ambulancia' },
    lines: [
      line('What they took, if you know.', 'Qué tomó, si lo sabes.'),
      line('How many doses of naloxone, and when.', 'Cuántas dosis de naloxona, y a qué hora.'),
      line(
        'When you found them, and how they were breathing.',
        'Cuándo viste a la persona, y cómo respiraba.',
      ),
      line('If they fell, vomited or had a fit.', 'Si se cayó, vomitó o convulsionó.'),
    ],
  },
  goodToKnow: {
    title: { en: 'Good to know', es: 'Bueno saberlo' },
    lines: [
      strong(
        'Opioid or not, naloxone does no harm. Give it.',
        'Con opioides o sin ellos, la naloxona no daña. Aplícala.',
      ),
      line(
        'Some mixtures keep people asleep after naloxone. Still give it. Watch the breathing.',
        'Con algunas mezclas la persona sigue dormida. Aplica naloxona igual. Vigila si respira.',
      ),
      line(
        'Touching them is safe. Skin contact does not cause an overdose.',
        'Puedes tocar a la persona. El contacto con la piel no causa sobredosis.',
      ),
    ],
  },
  reviewedBy: { en: 'not yet clinically reviewed', es: 'aún sin revisión clínica' },
};
