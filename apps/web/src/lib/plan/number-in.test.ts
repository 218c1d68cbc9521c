import { describe, expect, it } from 'vitest';
import { numberIn } from './number-in.ts';

describe('a number in a line of one’s own', () => {
  it('is found however it is written', () => {
    for (const [line, href] of [
      ['Maria 086 123 4567', 'tel:0861234567'],
      ['Maria, (086) 123-4567, evenings', 'tel:0861234567'],
      ['+353 86 123 4567 Maria', 'tel:+353861234567'],
      ['Ana 06.12.34.56.78 or 112', 'tel:0612345678'],
      ['Samaritans 116 123', 'tel:116123'],
      ['988', 'tel:988'],
    ])
      expect(numberIn(line!, 3)).toBe(href);
  });

  it('does not take in the hours behind it', () => {
    for (const line of [
      'Samaritans 116 123 24/7',
      'Samaritans 116 123 24 h',
      'Samaritans 116 123 9-17',
      'Samaritans 116 123 5 pm',
      'Samaritans 116 123 18:30',
      'Samaritans 116 123, 24 hours',
    ])
      expect(numberIn(line, 3)).toBe('tel:116123');
  });

  it('is no date, no time and nothing too short', () => {
    for (const line of [
      '',
      'At 18:30',
      'Since 2026-11-26',
      'On 26.11.2026',
      'The 2 of us, flat 12',
      'Flat 112',
    ])
      expect(numberIn(line, 6)).toBeUndefined();
    expect(numberIn('Flat 12, 086 123 4567', 6)).toBe('tel:0861234567');
  });
});
