/** Every URL is a file: complete for public pages, a static shell for private ones. */
export const prerender = true;
export const trailingSlash = 'never';
