/**
 * What of a form can be kept as text, and how it comes back. A photo or a voice note is no text: of those that are not
 * saved yet only their captions are noted, and of saved ones their id.
 */
type Item = { readonly blob?: { readonly id: string }; says: string };
interface KeptItem {
  readonly id?: string;
  readonly says: string;
}
type Fields = Record<string, unknown>;

/** The text of a form: equal texts, equal forms. */
export const textOf = (form: object): string =>
  JSON.stringify(form, (name, value: unknown) =>
    name === 'media'
      ? (value as Item[]).map(({ blob, says }): KeptItem => ({ ...(blob && { id: blob.id }), says }))
      : value,
  );

const isPlain = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a kept value can stand where `first` stood: an older version of the app may have kept something else. */
const fits = (value: unknown, first: unknown): boolean =>
  first === undefined || first === null
    ? typeof value !== 'object'
    : Array.isArray(first)
      ? Array.isArray(value) && value.every((each) => typeof each !== 'object')
      : typeof value === typeof first && isPlain(value) === isPlain(first);

/**
 * Puts a kept text back into a form. What it does not name, or what does not fit, is as at the beginning. A form about
 * one day (its field `today`) takes on another day only what was written: what was chosen held for its own day.
 * @param first what the form begins with
 */
export function fill(form: object, first: object, text: string): void {
  const kept: unknown = JSON.parse(text);
  if (!isPlain(kept)) return;
  const into = form as Fields;
  const sameDay = kept['today'] === (first as Fields)['today'];
  for (const [name, began] of Object.entries(first)) {
    if (name === 'today') continue;
    const value = fits(kept[name], began) && (sameDay || typeof began === 'string') ? kept[name] : began;
    if (name === 'media') caption(into[name] as Item[], kept[name]);
    else if (Array.isArray(value)) into[name] = [...(value as unknown[])];
    else into[name] = isPlain(value) ? { ...(began as Fields), ...value } : value;
  }
}

/** What was said about saved photos and voice notes. */
function caption(items: readonly Item[], kept: unknown): void {
  if (!Array.isArray(kept)) return;
  for (const { id, says } of kept as KeptItem[])
    for (const item of items) if (id !== undefined && item.blob?.id === id) item.says = says;
}

/** Whether a photo or a voice note was in a form and could not be kept with its text. */
export function lacksMedia(text: string): boolean {
  const { media } = JSON.parse(text) as { readonly media?: readonly KeptItem[] };
  return media?.some(({ id }) => id === undefined) ?? false;
}
