import { fromBase64Url, toBase64Url } from '@holdfast/base';

/**
 * What of a form can be kept as text, and how it comes back. A photo or a voice note is no text: of one that the phone
 * keeps sealed its id is noted, and of one that was added to this form also how to open it.
 */
interface Item {
  readonly blob?: { readonly id: string };
  readonly added?: boolean;
  readonly seconds?: number;
  says: string;
}
/** Without an id: it was nowhere but in the page. */
interface KeptItem extends Pick<Item, 'seconds' | 'says'> {
  readonly id?: string;
  readonly added?: { readonly id: string };
}
type Fields = Record<string, unknown>;

const keptItem = ({ blob, added, seconds, says }: Item): KeptItem => ({
  ...(blob && { id: blob.id }),
  ...(added && { added: blob!, seconds }),
  says,
});

const BYTES = '$bytes';
/** The text of a form: equal texts, equal forms. */
export const textOf = (form: object): string =>
  JSON.stringify(form, (name, value: unknown) =>
    value instanceof Uint8Array
      ? { [BYTES]: toBase64Url(value) }
      : name === 'media'
        ? (value as Item[]).map(keptItem)
        : value,
  );
const readText = (text: string): unknown =>
  JSON.parse(text, (_, value: unknown) => {
    const bytes = isPlain(value) ? value[BYTES] : undefined;
    return typeof bytes === 'string' ? fromBase64Url(bytes) : value;
  });

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
  const kept = readText(text);
  if (!isPlain(kept)) return;
  const into = form as Fields;
  const sameDay = kept['today'] === (first as Fields)['today'];
  for (const [name, began] of Object.entries(first)) {
    if (name === 'today') continue;
    const value = fits(kept[name], began) && (sameDay || typeof began === 'string') ? kept[name] : began;
    if (name === 'media') fillMedia(into[name] as Item[], kept[name]);
    else if (Array.isArray(value)) into[name] = [...(value as unknown[])];
    else into[name] = isPlain(value) ? { ...(began as Fields), ...value } : value;
  }
}

/** Photos and voice notes that were added, and what was said about all of them. */
function fillMedia(items: Item[], kept: unknown): void {
  if (!Array.isArray(kept)) return;
  const wanted = kept as KeptItem[];
  const stay = items.filter(({ added, blob }) => !added || wanted.some(({ id }) => id === blob?.id));
  if (stay.length < items.length) items.splice(0, items.length, ...stay);
  for (const { id, added, seconds, says } of wanted) {
    const item = items.find(({ blob }) => blob && blob.id === id);
    if (item) item.says = says;
    else if (added)
      items.push({ blob: added, added: true, ...(seconds === undefined ? {} : { seconds }), says });
  }
}

/** Whether a photo or a voice note was in a form and nowhere but in the page. */
export function lacksMedia(text: string): boolean {
  const { media } = readText(text) as { readonly media?: readonly KeptItem[] };
  return media?.some(({ id }) => id === undefined) ?? false;
}
