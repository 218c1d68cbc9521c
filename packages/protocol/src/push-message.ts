/**
 * What a push carries (a timer's note goes out as an 'ask'): nothing but which of two fixed texts to show, and a name under which a repeat replaces the
 * first (SPEC [PSH-1]). It stands in a file without imports, because the service worker reads it.
 */
export const PUSH_KINDS = ['reminder', 'ask'] as const;
export type PushKind = (typeof PUSH_KINDS)[number];

const VERSION = 1;
/** Every push message has this many bytes. */
export const PUSH_MESSAGE_BYTES = 18;

/** Version, kind, and the 16 bytes of the item's id. */
export function encodePushMessage(kind: PushKind, item: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(PUSH_MESSAGE_BYTES);
  bytes.set([VERSION, PUSH_KINDS.indexOf(kind) + 1]);
  bytes.set(item, 2);
  return bytes;
}

/** Undefined for what another version sent, or nobody's. */
export function decodePushMessage(bytes: Uint8Array): { kind: PushKind; tag: string } | undefined {
  const kind = PUSH_KINDS[bytes[1]! - 1];
  if (bytes.length !== PUSH_MESSAGE_BYTES || bytes[0] !== VERSION || kind === undefined) return undefined;
  const tag = Array.from(bytes.subarray(2), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { kind, tag };
}
