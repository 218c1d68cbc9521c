/** A line for the person at the terminal. Standard error, so that standard output stays the program's own. */
export const say = (/** @type {string} */ line) => process.stderr.write(`${line}\n`);

/** Something the person at the terminal can put right. Its message says how; no stack is shown. */
export class Advice extends Error {}

/** Ends the process with the advice, or with the stack of a bug. */
export function giveUp(/** @type {unknown} */ error) {
  say(error instanceof Advice ? `\n${error.message}` : String(error instanceof Error ? error.stack : error));
  process.exit(1);
}
