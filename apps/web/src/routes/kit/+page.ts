import { loadPublicWords } from '#locales/public.ts';
import type { PageLoad } from './$types.js';

export const load: PageLoad = async () => ({ words: await loadPublicWords('en') });
