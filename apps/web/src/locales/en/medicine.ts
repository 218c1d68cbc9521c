import type { Widen } from '../locale.ts';

/** Words of Medicine and care. */
const words = {
  title: 'Medicine and care',
} as const;

export type MedicineWords = Widen<typeof words>;
export default words as MedicineWords;
