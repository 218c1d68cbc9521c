/** `npm run schema`: writes docs/export.schema.json anew from the record types. A test sees when it is out of step. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exportSchema } from '../packages/recovery/src/export/schema.ts';

const file = fileURLToPath(new URL('../docs/export.schema.json', import.meta.url));
writeFileSync(file, `${JSON.stringify(exportSchema(), null, 2)}\n`);
