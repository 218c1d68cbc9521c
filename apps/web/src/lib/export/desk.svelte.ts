import type { MeasureResult } from '@holdfast/recovery';
import { INSTRUMENTS, planRecords, versionsOf } from '@holdfast/recovery';
import { loadInstrument } from '@holdfast/recovery/instruments';
import type { ExportPart, RecordsByType } from '@holdfast/recovery/export';
import { APART, exportDocument } from '@holdfast/recovery/export';
import type { FhirSection } from '@holdfast/recovery/fhir';
import { fhirBundle, neededInstruments } from '@holdfast/recovery/fhir';
import { session } from '#lib/account/session.svelte.ts';
import { uuid } from '#lib/platform/browser.ts';
import { localDay, localZone } from '#lib/platform/clock.ts';
import { saveFile } from '#lib/platform/save-file.ts';
import { isWritable } from '#lib/print/plain.ts';
import type { AppWords } from '#locales/en/app.ts';
import type { Locale } from '#locales/locale.ts';
import { everyRecord } from './every-record.ts';
import type { Form } from './forms.ts';
import { choicesOf, fhirWords, fileName } from './forms.ts';
import type { Span } from './spans.ts';
import { sinceOf } from './spans.ts';
import type { SummaryContent, SummaryInput, SummarySection } from './summary.ts';
import { summaryOf } from './summary.ts';

/** The words a file may need, in the reader's language. */
export interface DeskWords {
  readonly locale: Locale;
  readonly all: SummaryInput['words'] & { readonly app: AppWords };
}

/** What is chosen for a file, and the file itself. Everything happens on this phone. */
export class ExportDesk {
  readonly form: Form;
  chosen: string[] = $state([]);
  span: Span = $state('90');
  name = $state('');
  /** Save was tapped with nothing chosen. */
  nothing = $state(false);
  failed = $state(false);
  /** The name of the file that was handed to the browser. */
  saved = $state('');
  records: RecordsByType | undefined = $state.raw();
  readonly #words: () => DeskWords;

  constructor(form: Form, words: () => DeskWords) {
    this.form = form;
    this.#words = words;
  }

  /**
   * Reads every record once. Call when the page opens.
   * @param part chosen to begin with, where it has anything in it
   * @param at when a version of the plan was kept: then it is about that, all of it
   */
  async open(part?: string, at?: string): Promise<void> {
    try {
      const all = await everyRecord();
      const version = versionsOf(all['plan-version'] ?? []).find((one) => String(one.at) === at);
      this.records = version ? planRecords(version.content) : all;
      this.chosen = this.choices.shown.filter((one) => version !== undefined || one === part);
    } catch {
      // The account was closed meanwhile; the shell says so in place of this page.
    }
  }

  choices = $derived.by(() => {
    const all = this.records ? choicesOf(this.form, this.records) : [];
    return {
      shown: all.filter((part) => !this.#apart(part)),
      apart: all.filter((part) => this.#apart(part)),
    };
  });

  #apart(part: string): boolean {
    return this.form === 'copy' && APART.includes(part as ExportPart);
  }

  get everything(): boolean {
    return this.choices.shown.every((part) => this.chosen.includes(part));
  }

  /** Chooses every part but those that stand apart, or none at all. */
  toggleAll(): void {
    this.chosen = this.everything ? [] : [...new Set([...this.chosen, ...this.choices.shown])];
  }

  /** What was chosen, without the name: typing one does not go through all records again. */
  #said: SummaryContent | undefined = $derived.by(() => {
    if (this.form !== 'summary' || !this.records) return undefined;
    const { locale, all } = this.#words();
    const today = localDay(session.now());
    return summaryOf({
      records: this.records,
      sections: new Set(this.chosen as SummarySection[]),
      since: sinceOf(this.span, today),
      name: '',
      today,
      now: session.now(),
      zone: localZone(),
      locale,
      words: all,
    });
  });

  /** What the paper says, as far as it is chosen. */
  summary: SummaryContent | undefined = $derived(this.#said && { ...this.#said, name: this.name.trim() });

  #saidWritable = $derived(this.#said === undefined || isWritable(JSON.stringify(this.#said)));
  /** Whether the faces of a PDF can write all of the summary. */
  writable = $derived(this.#saidWritable && isWritable(this.name));

  /** Makes the file and hands it to the browser. */
  async save(paper: { readonly w: number; readonly h: number }): Promise<void> {
    this.saved = '';
    this.failed = false;
    this.nothing = this.chosen.length === 0;
    if (this.nothing || !this.records) return;
    const name = fileName(this.form, localDay(session.now()));
    try {
      const [type, content] = await this.#make(this.records, paper);
      saveFile(name, type, content);
      this.saved = name;
    } catch {
      this.failed = true;
    }
  }

  async #make(
    records: RecordsByType,
    paper: { readonly w: number; readonly h: number },
  ): Promise<readonly [type: string, content: string | Uint8Array]> {
    const { locale, all } = this.#words();
    const now = session.now();
    const today = localDay(now);
    switch (this.form) {
      case 'summary': {
        const [{ makePdf }, { summaryPages }] = await Promise.all([
          import('#lib/print/pdf.ts'),
          import('./summary-pages.ts'),
        ]);
        const { made, title } = this.summary!;
        const options = { paper, title: `${title}. ${made}`, language: locale };
        return [
          'application/pdf',
          await makePdf(options, (measure) => summaryPages(this.summary!, paper, measure, all.export.paper)),
        ];
      }
      case 'health': {
        const sections = new Set(this.chosen as FhirSection[]);
        const results: readonly MeasureResult[] = sections.has('answers')
          ? (records['measure-result'] ?? [])
          : [];
        const instruments = await Promise.all(neededInstruments(results, INSTRUMENTS).map(loadInstrument));
        const bundle = fhirBundle({
          records,
          sections,
          since: sinceOf(this.span, today),
          name: this.name,
          language: locale,
          words: fhirWords(all),
          instruments: new Map(instruments.map((one) => [one.id, one])),
          today,
          now,
          uuid,
        });
        return ['application/fhir+json', JSON.stringify(bundle, null, 1)];
      }
      case 'copy':
        return [
          'application/json',
          JSON.stringify(exportDocument(records, new Set(this.chosen as ExportPart[]), now), null, 1),
        ];
    }
  }
}
