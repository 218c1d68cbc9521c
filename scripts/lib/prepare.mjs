import { ensureInstalled } from './install.mjs';
import { checkNode, checkNpm, findRuntime } from './versions.mjs';

/** What every command needs first: the right versions and everything installed. Returns the path of a Node 24. */
export function prepare() {
  checkNode();
  checkNpm();
  ensureInstalled();
  return findRuntime();
}
