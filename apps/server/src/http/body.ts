import type { IncomingMessage } from 'node:http';
import type { Result } from '@holdfast/base';
import { err, ok } from '@holdfast/base';
import { LIMITS } from '@holdfast/protocol';

/**
 * The body of a request, or 'too-large' as soon as it is known to be: by its announced length before anything is
 * read, or by what has come. 'cut' when the connection ended first.
 */
export async function readBody(request: IncomingMessage): Promise<Result<Uint8Array, 'too-large' | 'cut'>> {
  if (Number(request.headers['content-length'] ?? 0) > LIMITS.requestBytes) return err('too-large');
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > LIMITS.requestBytes) return err('too-large');
      chunks.push(chunk);
    }
  } catch {
    // The caller went away; there is nobody to tell more to.
    return err('cut');
  }
  const whole = chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks, length);
  return ok(new Uint8Array(whole.buffer, whole.byteOffset, whole.length));
}
