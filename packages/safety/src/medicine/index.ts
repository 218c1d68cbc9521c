import { buprenorphineInjection } from './buprenorphine-injection.ts';
import { buprenorphine } from './buprenorphine.ts';
import type { MedicineText } from './medicine-safety.ts';
import { methadone } from './methadone.ts';
import { naloxone } from './naloxone.ts';
import { naltrexoneInjection } from './naltrexone-injection.ts';
import { naltrexone } from './naltrexone.ts';
import { other } from './other.ts';

export * from './care-texts.ts';
export {
  MEDICINE_PARTS,
  MEDICINE_REVIEW_BY,
  MEDICINE_REVIEWED_BY,
  MEDICINE_WRITTEN_ON,
  NOT_REVIEWED,
} from './medicine-safety.ts';
export type { MedicinePart, MedicineText } from './medicine-safety.ts';
export type { TextBlock as SafetyBlock } from '../text-block.ts';
export { blockIn } from '../text-block.ts';
export * from './sources.ts';

/** The texts of every kind of medicine there is a text for. */
export const MEDICINE_TEXTS = {
  methadone,
  buprenorphine,
  'buprenorphine-weekly': buprenorphineInjection,
  'buprenorphine-monthly': buprenorphineInjection,
  naltrexone,
  'naltrexone-injection': naltrexoneInjection,
  naloxone,
  other,
} as const satisfies Readonly<Record<string, MedicineText>>;
