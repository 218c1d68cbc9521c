/** Parts of a day that have words of their own: at night other things are true than by day. */
export type WordPart = 'night' | 'morning' | 'day' | 'evening';

export function wordPart(hour: number): WordPart {
  if (hour < 5) return 'night';
  if (hour < 11) return 'morning';
  return hour < 18 ? 'day' : 'evening';
}
