import pg from 'pg';

/** Statements kept prepared on a connection: more than this server has, and a limit all the same. */
const PREPARED = 256;

const names = new Map<string, string>();

/** A name for a statement's text, the same on every connection; undefined once there are too many. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= PREPARED) return known;
  const name = `s${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * A connection that parses and plans each statement once. Planning took longer than running for the short
 * statements of an append.
 */
export class PreparingClient extends pg.Client {
  // One signature of the many that pg declares: what Kysely calls, and pg.Client's own answer to everything else.
  override query(...args: unknown[]): never {
    const [text, values, ...rest] = args;
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined;
    const query = super.query.bind(this) as unknown as (...all: unknown[]) => never;
    return name === undefined ? query(...args) : query({ name, text, values }, ...rest);
  }
}
