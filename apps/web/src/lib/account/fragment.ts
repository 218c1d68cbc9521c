/**
 * What a private page is about (a contact, an invite, a name) stands after the #: a browser never sends that part to
 * the server, not even on a reload.
 */
export const fragment = (url: { readonly hash: string }): URLSearchParams =>
  new URLSearchParams(url.hash.slice(1));
