import { fromBase64Url, toBase64Url } from './bytes.ts';

declare const brand: unique symbol;
/** A 16-byte identifier written as 22 letters of base64url; the brand keeps one kind from standing for another. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind };

/** The identifier of 16 bytes. */
export function toId<Kind extends string>(bytes: Uint8Array): Id<Kind> {
  if (bytes.length !== 16) throw new Error(`An id is 16 bytes, not ${bytes.length}`);
  return toBase64Url(bytes) as Id<Kind>;
}

/** The 16 bytes of an identifier made by `toId` or accepted by `isId`. */
export function idBytes(id: Id<string>): Uint8Array {
  const bytes = fromBase64Url(id);
  if (bytes?.length !== 16) throw new Error('Malformed id');
  return bytes;
}

/** Whether text is the one canonical writing of 16 bytes. */
export function isId<Kind extends string>(text: string): text is Id<Kind> {
  return text.length === 22 && fromBase64Url(text)?.length === 16;
}
