/*
 * [Note: A page carries its own text]
 * Kit would put the data of a page into a script of its own for the first opening, and once more into a file for
 * navigation inside the app: each article would be on the phone three times. Here the built page carries its data
 * once, as a JSON block beside the text, where it costs little because both compress together. A page that was
 * opened reads the block it came with; a navigation fetches the page itself and reads the block in it.
 */
const ID = 'carried';
const BLOCK = new RegExp(`<script type="application/json" id="${ID}">([^<]*)</script>`);

/** What a page carries: its own path, so that a block left by another page is never taken for it, and its data. */
interface Carried<T> {
  readonly path: string;
  readonly data: T;
}

/** The block to put into a page while it is built. No `<` of the data reaches the markup. */
export const carry = (path: string, data: unknown): string =>
  `<script type="application/json" id="${ID}">${JSON.stringify({ path, data }).replaceAll('<', String.raw`\u003c`)}</script>`;

/** The data a built page carries for itself, or undefined where it carries none. */
export const carriedIn = <T>(html: string, path: string): T | undefined =>
  parse<T>(BLOCK.exec(html)?.[1], path);

/** The same from the page that is open. */
export const carriedHere = <T>(document: Pick<Document, 'getElementById'>, path: string): T | undefined =>
  parse<T>(document.getElementById(ID)?.textContent, path);

function parse<T>(json: string | null | undefined, path: string): T | undefined {
  if (!json) return undefined;
  const carried = JSON.parse(json) as Carried<T>;
  return carried.path === path ? carried.data : undefined;
}
