import type { ApiError } from '@holdfast/protocol';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The constraint that an insert broke by repeating a value, if that is what went wrong. */
export function brokenConstraint(error: unknown): string | undefined {
  if (codeOf(error) !== '23505' || !(error instanceof Error) || !('constraint' in error)) return undefined;
  return typeof error.constraint === 'string' ? error.constraint : undefined;
}

/** Disk full, quota reached, or a file that could not be extended. */
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT']);

/**
 * What a caller is told when the database failed: nothing was acknowledged, so asking again is always right.
 * https://www.postgresql.org/docs/18/errcodes-appendix.html
 */
export function failureOf(error: unknown): ApiError {
  return { error: FULL.has(codeOf(error)) ? 'full' : 'unavailable' };
}

/** Whether a failure comes from the world (connection, resources, shutdown, contention) and not from a bug. */
export function isOutage(error: unknown): boolean {
  const code = codeOf(error);
  if (FULL.has(code) || /^(08|53|57|58|40|55P03|25P03)/.test(code) || /^E[A-Z]+$/.test(code)) return true;
  return (
    error instanceof Error && /timeout exceeded|connection terminated|not queryable/i.test(error.message)
  );
}
