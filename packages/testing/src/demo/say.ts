import type { DemoLanguage } from './household.ts';
import type { MadeAccount } from './make-household.ts';

/** What the demo says at the terminal. */
export const DEMO_WORDS = {
  en: {
    making: (url: string) => `Making an invented household at ${url}.`,
    nobody: (url: string) =>
      `No Holdfast answers at ${url}. Start one with "npm start" in another terminal. Or name its address in HOLDFAST_URL.`,
    refused:
      'The server did not take all of it. What was made so far stays there. Wait some minutes and run the demo again.',
    open: (url: string) =>
      `Open ${url}/recover and type a code. Use a private browser window for each person.`,
    invented:
      'These people are invented. Whoever sees this terminal can open their pages. Write nothing real there.',
  },
  es: {
    making: (url: string) => `Se crea un hogar inventado en ${url}.`,
    nobody: (url: string) =>
      `Ningún Holdfast responde en ${url}. Inicia uno con "npm start" en otra terminal. O indica su dirección en HOLDFAST_URL.`,
    refused:
      'El servidor no aceptó todo. Lo creado hasta ahora se queda allí. Espera unos minutos y repite la demostración.',
    open: (url: string) =>
      `Abre ${url}/recover y escribe un código. Usa una ventana privada del navegador para cada persona.`,
    invented:
      'Estas personas son inventadas. Quien ve esta terminal puede abrir sus páginas. No escribas nada real en ellas.',
  },
} as const;

/** The whole answer, once the household is there. */
export function sayHousehold(language: DemoLanguage, url: string, accounts: readonly MadeAccount[]): string {
  const words = DEMO_WORDS[language];
  const people = accounts.map(({ name, relation, code }) => `${name}: ${relation}\n  ${code}`);
  return ['', ...people, '', words.open(url), words.invented, ''].join('\n');
}
