import type { ToolsWords } from '../en/tools.ts';

const words: ToolsWords = {
  title: 'Herramientas',
};

export default words;
