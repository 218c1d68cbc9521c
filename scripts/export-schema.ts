/**
 * `npm run schema`: writes docs/export.schema.json and docs/records.md anew from the record types. Tests see when they
 * are out of step.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exportSchema } from '../packages/recovery/src/export/schema.ts';
import { recordList } from './lib/record-list.ts';

const docs = (name: string): string => fileURLToPath(new URL(`../docs/${name}`, import.meta.url));
writeFileSync(docs('export.schema.json'), `${JSON.stringify(exportSchema(), null, 2)}\n`);
writeFileSync(docs('records.md'), recordList());
