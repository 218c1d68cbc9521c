import { defineParams } from '@sveltejs/kit/params';

export const params = defineParams({
  /** The languages that have a path of their own; English stands at the root. */
  lang: (value) => (value === 'es' ? value : undefined),
});
