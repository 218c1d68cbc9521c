/**
 * The one Trusted Types policy of our own (PROTOCOL A8): scripts that run beside the page are the service worker and
 * the account's worker, and nothing else. A policy of a name can be made once, so both ask here.
 */
interface Factory {
  createPolicy(
    name: string,
    rules: { createScriptURL(url: string): string },
  ): { createScriptURL(url: string): string };
}

/** Own files a worker may be made from. */
export function isOwnScript(url: string): boolean {
  return url === '/service-worker.js' || /^\/_app\/immutable\/workers\/[\w.-]+\.js$/.test(url);
}

let policy: { createScriptURL(url: string): string } | undefined;

/**
 * A script URL that the page's policy accepts. Throws for any file that is not one of our own workers.
 * @param url absolute path on this origin
 */
export function scriptUrl(url: string): string {
  const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
  const check = (asked: string) => {
    const path = asked.startsWith('/') ? asked : new URL(asked, location.href).pathname;
    if (!import.meta.env.DEV && !isOwnScript(path)) throw new TypeError(`Not a script of ours: ${path}`);
    return asked;
  };
  if (!factory) return check(url);
  policy ??= factory.createPolicy('hf-sw', { createScriptURL: check });
  return policy.createScriptURL(url);
}
