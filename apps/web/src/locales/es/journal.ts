import type { JournalWords } from '../en/journal.ts';

const words: JournalWords = {
  title: 'Diario',
};

export default words;
