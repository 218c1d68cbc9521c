import { expect, test } from 'vitest';
import * as v from 'valibot';
import { CountryPack } from './country-pack.ts';
import { packs } from './packs/index.ts';

test.each(packs.map((pack) => [pack.country, pack] as const))('[PACK-1] %s matches the schema', (_, pack) => {
  const result = v.safeParse(CountryPack, pack);
  expect(result.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`)).toBeUndefined();
});
