/** A language the app speaks. English has no path prefix. */
export const locales = ['en', 'es'] as const;
export type Locale = (typeof locales)[number];

/** The locale of a route's optional `lang` parameter. */
export function localeOf(param: string | undefined): Locale {
  return param === 'es' ? 'es' : 'en';
}

/** A public path in a locale: `/now` is `/es/now` in Spanish. */
export function localePath(locale: Locale, path: `/${string}`): string {
  if (locale === 'en') return path;
  return path === '/' ? '/es' : `/es${path}`;
}

/** Where a public path stands without its language: `/es/now` is `/now`. */
export function barePath(pathname: string): `/${string}` {
  const bare = pathname.replace(/^\/es(?=\/|$)/, '').replace(/\/$/, '');
  return (bare || '/') as `/${string}`;
}

/** The same shape with every literal widened, so that a translation has the keys of the original. */
export type Widen<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : T extends readonly (infer I)[]
      ? readonly Widen<I>[]
      : { readonly [K in keyof T]: Widen<T[K]> };
