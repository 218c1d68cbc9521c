/** What a 0–10 field may hold: a whole number in range, or nothing chosen yet. */
export function readScale(typed: string, min = 0, max = 10): number | undefined {
  const text = typed.trim();
  if (!/^\d{1,3}$/.test(text)) return undefined;
  return Math.min(max, Math.max(min, Number(text)));
}
