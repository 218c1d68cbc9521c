import type { LocalText } from './local-text.ts';

/** Short texts that stand beside the numbers on Right now. `{date}` is a date in the reader's own form. */
export const RIGHT_NOW = {
  callLog: { en: 'Calls stay in your call log.', es: 'Las llamadas quedan en el registro del teléfono.' },
  /** No place is named: protection differs, and a text for one place needs its own source and date. */
  legal: {
    en: 'Call anyway. In many places the law gives some protection to you both. It is not complete.',
    es: 'Llama igual. En muchos lugares la ley da cierta protección a ambos. No es completa.',
  },
  mayDispatch: {
    en: 'They may send emergency help.',
    es: 'Pueden enviar ayuda de emergencia.',
  },
  transcribed: {
    en: 'Copied {date}, not called.',
    es: 'Copiado el {date}, sin llamar.',
  },
  /** Says once what "copied" means. */
  copied: {
    en: 'Copied: taken from published pages. Nobody has called the number for us yet.',
    es: 'Copiado: tomado de páginas publicadas. Nadie ha llamado por nosotros todavía.',
  },
  checked: { en: 'Checked {date}.', es: 'Revisado {date}.' },
  expired: {
    en: 'This may be out of date. Check locally. You can still call.',
    es: 'Puede estar desactualizado. Consulta en tu zona. Aún puedes llamar.',
  },
  noCountry: {
    en: 'Choose your country to see its numbers.',
    es: 'Elige tu país para ver sus números.',
  },
} as const satisfies Readonly<Record<string, LocalText>>;
