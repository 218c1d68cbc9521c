import { expect, it } from 'vitest';
import en from '#locales/en/plan-parts.ts';
import es from '#locales/es/plan-parts.ts';
import { ruleWords } from './say-routine.ts';

it.each([
  ['', 'Once, on 25 November 2026', 'Una vez, el 25 de noviembre de 2026'],
  ['FREQ=DAILY', 'Every day', 'Cada día'],
  ['FREQ=DAILY;INTERVAL=3', 'Every 3 days', 'Cada 3 días'],
  ['FREQ=WEEKLY', 'Wednesday', 'Miércoles'],
  ['FREQ=WEEKLY;BYDAY=MO,FR', 'Mon and Fri', 'Lun y vie'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', 'Wednesday, every 2 weeks', 'Miércoles, cada 2 semanas'],
  ['FREQ=MONTHLY', 'Every month on day 25', 'Cada mes, el día 25'],
  ['FREQ=MONTHLY;INTERVAL=2', 'Every 2 months on day 25', 'Cada 2 meses, el día 25'],
  ['FREQ=MONTHLY;BYDAY=-1WE', 'Every month on the last Wednesday', 'Cada mes, el último miércoles'],
  [
    'FREQ=MONTHLY;INTERVAL=2;BYDAY=1MO',
    'Every 2 months on the first Monday',
    'Cada 2 meses, el primer lunes',
  ],
  ['FREQ=DAILY;UNTIL=20270503', 'Every day, until 3 May 2027', 'Cada día, hasta el 3 de mayo de 2027'],
  ['FREQ=YEARLY', en.routine.unknown, es.routine.unknown],
])('%s is said in words', (rule, english, spanish) => {
  const item = { rule, starts: '2026-11-25T09:00' };
  expect(ruleWords(item, en.routine, 'en')).toBe(english);
  expect(ruleWords(item, es.routine, 'es')).toBe(spanish);
});
