import type { MedicineWords } from '../en/medicine.ts';

const words: MedicineWords = {
  title: 'Medicina y cuidado',
};

export default words;
