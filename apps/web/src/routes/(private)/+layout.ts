/** Private pages are a shell: what they show exists only on this device, so nothing can be rendered ahead. */
export const ssr = false;
export const prerender = true;
