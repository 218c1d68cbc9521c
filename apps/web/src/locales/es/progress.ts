import type { ProgressWords } from '../en/progress.ts';

const words: ProgressWords = {
  title: 'Progreso',
};

export default words;
