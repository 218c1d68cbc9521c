import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateLocalLines } from '@holdfast/safety';
import { describe, expect, it } from 'vitest';
import { recordList } from './lib/record-list.ts';

const checkout = dirname(dirname(fileURLToPath(import.meta.url)));
const text = (...path: string[]): string => readFileSync(join(checkout, ...path), 'utf8');
const found = (pattern: RegExp, where: string): string[] =>
  [...where.matchAll(pattern)].map((match) => match.slice(1).find((group) => group !== undefined) ?? '');

const ROOT = ['README.md', 'ARCHITECTURE.md', 'THREAT_MODEL.md', 'CONTRIBUTING.md', 'SECURITY.md'];
const markdownIn = (folder: string): string[] =>
  readdirSync(join(checkout, folder))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}/${name}`);
const DOCUMENTS = [...ROOT, ...markdownIn('docs'), ...markdownIn('docs/decisions')];

/** As code hosts name a heading: lower case, spaces as dashes, nothing else but letters, digits and dashes. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');
const anchorsOf = (markdown: string): string[] => found(/^#+ (.+)$/gm, markdown).map(anchor);

/** Where the pictures go. They are taken from the running app, so they come after the words. */
const PICTURES = 'docs/images';

describe.each(DOCUMENTS)('%s', (document) => {
  const markdown = text(document);

  it('has links that lead somewhere', () => {
    const links = found(/\]\(([^)\s]+)\)/g, markdown).filter((link) => !/^[a-z]+:/.test(link));
    const dead = links.filter((link) => {
      const [path = '', heading] = link.split('#');
      const target = path === '' ? document : join(dirname(document), path);
      if (target.startsWith(PICTURES) && !existsSync(join(checkout, PICTURES))) return false;
      if (!existsSync(join(checkout, target))) return true;
      return heading !== undefined && !anchorsOf(text(target)).includes(heading);
    });
    expect(dead).toEqual([]);
  });

  it('waits for no figure', () => {
    expect(markdown).not.toMatch(/<!--\s*figure/);
  });

  it('claims nothing with the words that promise more than is built', () => {
    const claims = markdown.replace(/^## Words we do not use\n[^#]*/m, '');
    expect(claims).not.toMatch(/zero[- ]knowledge|anonymous|nobody can ever|HIPAA|military[- ]grade/i);
  });
});

describe('README.md', () => {
  it('names every setting that the server reads, and no other', () => {
    const config = text('apps', 'server', 'src', 'config.ts');
    const read = found(/env\['([A-Z_]+)'\]|flagOf\('([A-Z_]+)'/g, config);
    const named = found(/`([A-Z][A-Z_]+)`|\b([A-Z][A-Z_]+)=/g, text('README.md'));
    expect([...new Set(named)].sort()).toEqual([...new Set(read)].sort());
  });
});

describe('ARCHITECTURE.md', () => {
  const markdown = text('ARCHITECTURE.md');

  it('describes every package', () => {
    const rows = found(/^\| `([a-z/]+)` \|/gm, markdown);
    const folders = [
      ...readdirSync(join(checkout, 'packages')),
      ...readdirSync(join(checkout, 'apps')).map((name) => `apps/${name}`),
    ];
    expect(folders.filter((folder) => !rows.includes(folder))).toEqual([]);
  });

  it('lists the verbs that the server has', () => {
    const verbs = found(/^ {2}'([a-z]+\.[a-zA-Z]+)': \{/gm, text('packages', 'protocol', 'src', 'api.ts'));
    expect(verbs.length).toBeGreaterThan(0);
    const section = markdown.slice(markdown.indexOf("## The server's verbs"));
    expect(found(/`([a-z]+\.[a-zA-Z]+)`/g, section).sort()).toEqual(verbs.sort());
  });

  it('lists the tables that the database has', () => {
    const schema = text('apps', 'server', 'src', 'db', 'schema.ts');
    const tables = found(/^ {2}(\w+): \w+Table;/gm, schema);
    expect(tables.length).toBeGreaterThan(0);
    const section = markdown.slice(markdown.indexOf('### At the server'));
    expect(found(/^\| `(\w+)` \|/gm, section)).toEqual(tables);
  });
});

describe('THREAT_MODEL.md', () => {
  const SPECS: Readonly<Record<string, string>> = {
    vault: 'packages/vault',
    protocol: 'packages/protocol',
    server: 'apps/server',
  };

  it('cites rules that stand where it says', () => {
    const cited = [
      ...text('THREAT_MODEL.md').matchAll(
        /(vault|protocol|server) (\[[A-Z]+-\d+\](?:(?:, | and | to )\[[A-Z]+-\d+\])*)/g,
      ),
    ].flatMap(([, where = '', rules = '']) =>
      found(/\[([A-Z]+-\d+)\]/g, rules).map((rule) => ({ folder: SPECS[where] ?? '', rule })),
    );
    expect(cited.length).toBeGreaterThan(20);
    const missing = cited.filter(({ folder, rule }) => !text(folder, 'SPEC.md').includes(`[${rule}]`));
    expect(missing).toEqual([]);
  });
});

describe('docs/decisions', () => {
  const pages = readdirSync(join(checkout, 'docs', 'decisions'))
    .filter((name) => name !== 'README.md')
    .sort();

  it('are numbered without a gap, and all are listed', () => {
    expect(pages.map((name) => Number(name.slice(0, 4)))).toEqual(pages.map((_, index) => index + 1));
    expect(found(/\]\((\d{4}-[^)]+)\)/g, text('docs', 'decisions', 'README.md'))).toEqual(pages);
  });

  it.each(pages)('%s says what was decided, what it keeps and what it costs, on one page', (name) => {
    const page = text('docs', 'decisions', name);
    expect(page).toMatch(new RegExp(`^# ${name.slice(0, 4)} `));
    expect(found(/^\*\*([^*]+)\.\*\* /gm, page)).toEqual([
      'Context',
      'Decision',
      'What it keeps',
      'What it costs',
    ]);
    expect(page.split(/\s+/).length).toBeLessThan(350);
  });
});

describe('docs/country-packs.md', () => {
  it('[PACK-14] shows an example of local lines that passes', () => {
    const example = /```json\n([\s\S]*?)```/.exec(text('docs', 'country-packs.md'))?.[1] ?? '';
    expect(validateLocalLines(JSON.parse(example))).toEqual([]);
  });
});

it('docs/records.md is what the record types say: npm run schema writes it', () => {
  expect(text('docs', 'records.md')).toBe(recordList());
});
