import type { Source } from '../article.ts';
import { CARE_SOURCES } from './care.ts';
import { PEOPLE_SOURCES } from './people.ts';
import { SAFETY_SOURCES } from './safety.ts';

/** Every source that an article rests on. Ids are unique over all files. */
export const SOURCES: readonly Source[] = [...SAFETY_SOURCES, ...CARE_SOURCES, ...PEOPLE_SOURCES];
