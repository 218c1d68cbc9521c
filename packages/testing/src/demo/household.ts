import type { CHECK_IN, FieldsOf, GrantDays } from '@holdfast/recovery';

/**
 * An invented household, for the demo and for screenshots: Sam, five weeks into a page of their own, their sister Ana
 * and their sponsor Bea. Nobody in it lives. Phone numbers are from ranges kept free for fiction: Ofcom's
 * 07700 900000 to 900999, and 555-0100 to 555-0199 in North America.
 */
export type DemoLanguage = 'en' | 'es';

/** A check-in, `daysAgo` days before the day it is told on, at a local time of day. */
export interface DemoCheckIn extends Omit<FieldsOf<typeof CHECK_IN>, 'at' | 'day'> {
  readonly daysAgo: number;
  /** Minutes after local midnight. */
  readonly minute: number;
}

export interface DemoSupporter {
  readonly name: string;
  /** Who they are to Sam, in words for the terminal. */
  readonly relation: string;
  readonly how: 'link' | 'qr';
  readonly days: GrantDays;
}

export interface DemoHousehold {
  readonly language: DemoLanguage;
  readonly owner: string;
  readonly relation: string;
  /** Days before today on which the page was begun. */
  readonly begunDaysAgo: number;
  /** Oldest first. Days without one are part of any true history. */
  readonly checkIns: readonly DemoCheckIn[];
  /** What Ana and Bea see now. */
  readonly todayLine: string;
  readonly peopleToRing: readonly { readonly name: string; readonly number: string }[];
  readonly supporters: readonly DemoSupporter[];
}

type Mood = DemoCheckIn['mood'];
type Sleep = DemoCheckIn['sleep'];
type Row = readonly [
  daysAgo: number,
  time: string,
  urge: number | null,
  mood: Mood,
  sleep: Sleep,
  contact: boolean | null,
  en: string,
  es: string,
];

const BEGUN_DAYS_AGO = 36;

/** Weeks are uneven, as they are: better and worse days, some answers left out, some days left out. */
const ROWS: readonly Row[] = [
  [36, '21:40', 7, 'low', 'badly', false, 'First evening with this page.', 'Primera noche con esta página.'],
  [35, '08:55', 6, 'low', 'badly', null, '', ''],
  [
    34,
    '19:20',
    8,
    'very-low',
    'badly',
    true,
    'Long day. Rang Bea at six.',
    'Día largo. Llamé a Bea a las seis.',
  ],
  [33, '09:10', 5, 'middling', 'some', true, '', ''],
  [
    32,
    '20:05',
    6,
    'low',
    'some',
    true,
    'First meeting. I sat at the back.',
    'Primera reunión. Me senté atrás.',
  ],
  [30, '08:30', 5, 'middling', 'some', null, '', ''],
  [29, '22:15', 7, 'low', 'badly', false, 'Evenings are the hard part.', 'Las noches son la parte difícil.'],
  [28, '09:00', 4, 'middling', 'some', true, 'Coffee with Ana.', 'Café con Ana.'],
  [27, '18:45', 5, null, 'some', true, '', ''],
  [26, '09:25', 3, 'good', 'well', true, 'Slept six hours.', 'Dormí seis horas.'],
  [25, '21:10', 4, 'middling', 'well', null, '', ''],
  [23, '19:35', 6, 'low', 'some', true, 'Went to the meeting tired.', 'Fui a la reunión con cansancio.'],
  [22, '08:50', 4, 'middling', 'some', true, '', ''],
  [21, '20:20', 3, 'good', 'well', true, 'Cooked. Two helpings.', 'Cociné. Repetí el plato.'],
  [20, '09:05', 3, 'good', 'well', null, '', ''],
  [
    19,
    '23:30',
    8,
    'very-low',
    'some',
    false,
    'An argument. Walked until it passed.',
    'Una pelea. Caminé hasta que pasó.',
  ],
  [18, '07:40', 7, 'low', 'badly', true, 'Told Bea about last night.', 'Le conté a Bea lo de anoche.'],
  [17, '18:30', 5, 'low', 'some', true, '', ''],
  [16, '09:15', null, 'middling', 'some', null, '', ''],
  [14, '20:00', 4, 'middling', 'some', true, 'Saw my counsellor.', 'Vi a mi consejera.'],
  [13, '08:35', 3, 'good', 'well', true, '', ''],
  [12, '19:50', 4, 'middling', 'well', true, 'Helped set out the chairs.', 'Ayudé a poner las sillas.'],
  [11, '21:25', 5, 'middling', 'some', false, '', ''],
  [10, '09:20', 3, 'good', 'some', true, 'Rain all day. Read a book.', 'Lluvia todo el día. Leí un libro.'],
  [9, '18:10', 2, 'good', 'well', true, '', ''],
  [
    7,
    '20:40',
    6,
    'low',
    'badly',
    true,
    'Payday. Gave Ana my card to hold.',
    'Día de pago. Le di mi tarjeta a Ana.',
  ],
  [6, '08:45', 4, 'middling', 'some', true, '', ''],
  [5, '19:00', 3, 'good', 'well', true, 'By the sea with Ana.', 'En el mar con Ana.'],
  [4, '21:50', 4, 'middling', 'well', null, '', ''],
  [3, '09:30', 3, 'good', 'some', true, 'Meeting at noon.', 'Reunión al mediodía.'],
  [2, '22:05', 5, 'low', 'badly', false, 'Did not sleep much. Still here.', 'Dormí poco. Sigo aquí.'],
  [
    1,
    '19:15',
    4,
    'middling',
    'some',
    true,
    'Called the clinic about Friday.',
    'Llamé a la clínica por el viernes.',
  ],
  [0, '08:20', 3, 'middling', 'some', true, 'Tea first. Then the day.', 'Primero un té. Después el día.'],
];

const checkInsIn = (language: DemoLanguage): readonly DemoCheckIn[] =>
  ROWS.map(([daysAgo, time, urge, mood, sleep, contact, en, es]) => {
    const [hours, minutes] = time.split(':').map(Number) as [number, number];
    const words = language === 'en' ? en : es;
    return { daysAgo, minute: hours * 60 + minutes, urge, mood, sleep, contact, words };
  });

export const DEMO_HOUSEHOLDS: Readonly<Record<DemoLanguage, DemoHousehold>> = {
  en: {
    language: 'en',
    owner: 'Sam',
    relation: 'five weeks of check-ins, two people to share with',
    begunDaysAgo: BEGUN_DAYS_AGO,
    checkIns: checkInsIn('en'),
    todayLine: 'Tired and okay. A walk helped. Ring me after six.',
    peopleToRing: [
      { name: 'Bea', number: '07700 900142' },
      { name: 'Ana', number: '07700 900187' },
      { name: 'Clinic, front desk', number: '07700 900113' },
    ],
    supporters: [
      { name: 'Ana', relation: 'Sam’s sister, who sees the line for today', how: 'link', days: 30 },
      { name: 'Bea', relation: 'Sam’s sponsor, who sees the line for today', how: 'qr', days: 90 },
    ],
  },
  es: {
    language: 'es',
    owner: 'Sam',
    relation: 'cinco semanas de registros, dos personas con quienes comparte',
    begunDaysAgo: BEGUN_DAYS_AGO,
    checkIns: checkInsIn('es'),
    todayLine: 'Con cansancio y bien. Caminar ayudó. Llámame después de las seis.',
    peopleToRing: [
      { name: 'Bea', number: '+1 202 555 0142' },
      { name: 'Ana', number: '+1 202 555 0187' },
      { name: 'Clínica, recepción', number: '+1 202 555 0113' },
    ],
    supporters: [
      { name: 'Ana', relation: 'hermana de Sam, ve la línea de hoy', how: 'link', days: 30 },
      { name: 'Bea', relation: 'madrina de Sam en su grupo, ve la línea de hoy', how: 'qr', days: 90 },
    ],
  },
};
