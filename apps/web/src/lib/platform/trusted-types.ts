/**
 * The one Trusted Types policy of our own (PROTOCOL A8). It lets through the scripts that run beside the page (the
 * service worker and the account's worker) and the kelp, which is drawn as text. Nothing else may become code or
 * markup. A policy of a name can be made once, so everyone asks here.
 */
interface Policy {
  createScriptURL(url: string): string;
  createHTML(html: string): string;
}
interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

/** Own files a worker may be made from. */
export function isOwnScript(url: string): boolean {
  return url === '/service-worker.js' || /^\/_app\/immutable\/workers\/[\w.-]+\.js$/.test(url);
}

/** A drawing: one svg element of shapes, with no script, no handler and no link out. */
export function isDrawing(markup: string): boolean {
  return (
    /^<svg [^>]*>/.test(markup) &&
    markup.endsWith('</svg>') &&
    !/<(?!\/?(?:svg|g|defs|use|path|circle|ellipse|rect|stop|linearGradient|radialGradient|clipPath|mask|title)\b)/.test(
      markup,
    ) &&
    !/\son\w+\s*=|href="(?!#)/i.test(markup)
  );
}

let policy: Policy | undefined;

const RULES: Policy = {
  createScriptURL(url) {
    if (!import.meta.env.DEV && !isOwnScript(url)) throw new TypeError(`Not a script of ours: ${url}`);
    return url;
  },
  createHTML(markup) {
    if (!isDrawing(markup)) throw new TypeError('Not a drawing');
    return markup;
  },
};

function own(): Policy {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  return (policy ??= factory ? factory.createPolicy('hf-sw', RULES) : RULES);
}

/**
 * A script URL that the page's policy accepts. Throws for any file that is not one of our own workers.
 * @param url absolute path on this origin
 */
export const scriptUrl = (url: string): string => own().createScriptURL(url);

/** An SVG text of our own making as the page accepts it for `{@html}`. Throws for anything but shapes. */
export const drawing = (svg: string): string => own().createHTML(svg);
