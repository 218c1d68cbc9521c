import type { Line } from '@holdfast/safety';
import type { Country } from '#lib/country/country.svelte.ts';
import { shelf } from '#lib/country/pack-shelf.svelte.ts';
import { staffed } from '#lib/now/lines.ts';
import { fileAddress, forgetFile } from '#lib/platform/save-file.ts';
import type { Words } from '#lib/words.ts';
import type { PublicWords } from '#locales/en/public.ts';
import type { Locale } from '#locales/locale.ts';
import { localePath } from '#locales/locale.ts';
import { loadPublicWords } from '#locales/public.ts';
import { linesToPrint, printContent, type PrintContent } from './content.ts';
import { paperFor } from './paper.ts';

/** A finished file: where the browser holds it, and its neutral name. */
interface PrintFile {
  readonly address: string;
  readonly name: string;
}

/** What is chosen for the paper, what it says, and the file that was made of it. */
export class PrintDesk {
  what: 'poster' | 'card' = $state('poster');
  lineId = $state('');
  busy = $state(false);
  failed = $state(false);
  #page: Words;
  #country: Country;
  #origin = $state('');
  #language: Locale = $state('en');
  #words: PublicWords | undefined = $state.raw();
  #file: (PrintFile & { readonly of: unknown }) | undefined = $state.raw();

  constructor(page: Words, country: Country) {
    this.#page = page;
    this.#country = country;
    this.#language = page.locale;
  }

  /** Call once in the browser: the code leads to this instance. */
  open(origin: string): void {
    this.#origin = origin;
    const pack = this.#country.pack;
    const [first] = pack ? staffed(pack, undefined, 1) : [];
    if (first && this.#lines.includes(first)) this.lineId = first.id;
  }

  get #lines(): Line[] {
    return this.#country.pack ? linesToPrint(this.#country.pack, shelf.local?.lines) : [];
  }

  get language(): Locale {
    return this.#language;
  }

  /** The paper's language; its words come as the page's own do. */
  set language(locale: Locale) {
    this.#language = locale;
    void loadPublicWords(locale).then((loaded) => {
      if (this.#language === locale) this.#words = loaded;
    });
  }

  /** The words of the paper. While they load, those of the page. */
  get words(): PublicWords {
    return this.#words ?? this.#page.public;
  }

  content: PrintContent | undefined = $derived.by(() => {
    const pack = this.#country.pack;
    if (!pack || this.#origin === '') return undefined;
    const line = this.#lines.find(({ id }) => id === this.lineId);
    const locale = this.#language;
    const date = (day: string): string =>
      new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'es', {
        dateStyle: 'long',
        timeZone: 'UTC',
      }).format(new Date(day));
    const path = (to: `/${string}`): string => localePath(locale, to);
    return printContent(pack, line, { locale, public: this.words, path, date }, this.#origin);
  });

  /** The file of exactly what is chosen now, if it was made. */
  get file(): PrintFile | undefined {
    return this.#file?.of === this.content && this.#file?.name === this.#name ? this.#file : undefined;
  }

  get #name(): string {
    return `${this.what}-${this.#language}.pdf`;
  }

  /** Makes the file. What lays it out is loaded now; where that fails, the page itself can be printed. */
  async make(): Promise<void> {
    const { content, what, words } = this;
    const pack = this.#country.pack;
    if (!content || !pack || this.busy) return;
    this.busy = true;
    this.failed = false;
    try {
      const [{ makePdf }, { cardMarks, posterMarks }] = await Promise.all([
        import('./pdf.ts'),
        import('./sheets.ts'),
      ]);
      const paper = paperFor(pack.country);
      const lay = what === 'card' ? cardMarks : posterMarks;
      const hints = { more: words.print.more, fold: words.print.fold };
      const bytes = await makePdf({ paper, title: content.call, language: this.#language }, (measure) => [
        lay(content, paper, measure, hints),
      ]);
      this.clear();
      this.#file = { address: fileAddress(bytes, 'application/pdf'), name: this.#name, of: content };
    } catch {
      this.failed = true;
    } finally {
      this.busy = false;
    }
  }

  /** Lets go of the file. */
  clear(): void {
    if (this.#file) forgetFile(this.#file.address);
    this.#file = undefined;
  }
}
