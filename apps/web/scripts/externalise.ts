import { createHash } from 'node:crypto';

export interface MovedScript {
  /** File name: the first 16 hex digits of the SHA-256 of the text. */
  readonly name: string;
  readonly text: string;
}

const INLINE = /<script>([\s\S]*?)<\/script>/g;
const PRELOAD = /\s*<link href="([^"]+)" rel="modulepreload">/g;

/**
 * Moves every inline script of a page into a file, and its module preloads into the first of them.
 * The script keeps its place and stays classic: Kit finds its root through `document.currentScript`.
 * @param folder URL path the files will be served from
 */
export function externalise(html: string, folder: string): { html: string; scripts: MovedScript[] } {
  const preloads = [...html.matchAll(PRELOAD)].map((match) => match[1]);
  const scripts: MovedScript[] = [];
  let page = html.replace(INLINE, (_, body: string) => {
    const first = scripts.length === 0 && preloads.length > 0;
    const text = (first ? preloader(preloads as string[]) : '') + tidy(body);
    const name = `${createHash('sha256').update(text).digest('hex').slice(0, 16)}.js`;
    scripts.push({ name, text });
    return `<script src="${folder}/${name}"></script>`;
  });
  // Without a script to ask for them, the links stay where they are.
  if (scripts.length) page = page.replace(PRELOAD, '');
  return { html: squeeze(page), scripts };
}

/** Inline scripts, styles and handlers that a `'self'` policy would refuse. Empty when the page is fit to serve. */
export function inlineLeftovers(html: string): string[] {
  const found: string[] = [];
  for (const match of html.matchAll(/<script(?![^>]*\s(?:src=|type="application\/json"))[^>]*>/g))
    found.push(match[0]);
  for (const match of html.matchAll(/<style\b[^>]*>/g)) found.push(match[0]);
  for (const match of html.matchAll(/<[a-z][^>]*\s(style|on[a-z]+)=/gi)) found.push(match[0].slice(0, 80));
  return found;
}

function preloader(urls: string[]): string {
  return (
    `for(const href of ${JSON.stringify(urls)})` +
    `document.head.append(Object.assign(document.createElement('link'),{rel:'modulepreload',href}));\n`
  );
}

const tidy = (text: string) => text.replace(/^\t+/gm, '').trim() + '\n';

/** Drops the indentation that templates leave between tags; runs inside text shrink to one space. */
function squeeze(html: string): string {
  return html.replace(/[\t ]*\n\s*/g, '\n');
}
