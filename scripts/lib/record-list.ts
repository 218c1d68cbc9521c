import type { Home, recordType } from '@holdfast/recovery';
import { CATEGORIES, KEPT_TYPES, RECORD_TYPES, isCategory } from '@holdfast/recovery';

type Type = ReturnType<typeof recordType>;

/** A schema as valibot builds it: what it is made of, whatever its kind. */
interface Node {
  readonly kind: 'schema' | 'validation' | 'transformation' | 'metadata';
  readonly type: string;
  readonly entries?: Readonly<Record<string, Node>>;
  readonly item?: Node;
  readonly wrapped?: Node;
  readonly options?: readonly unknown[];
  readonly pipe?: readonly Node[];
}

/** How many checks a value must pass: one for each type and choice, and one for each limit put on it. */
function checksOf(node: Node): number {
  const [first, ...more] = node.pipe ?? [node];
  const limits = more.filter(({ kind }) => kind === 'validation').length;
  const inner = [
    ...Object.values(first!.entries ?? {}),
    ...[first!.item, first!.wrapped].filter((part) => part !== undefined),
    ...(first!.options ?? []).filter((part): part is Node => typeof part === 'object' && part !== null),
  ];
  return 1 + limits + inner.reduce((sum, part) => sum + checksOf(part), 0);
}

const WHO: Readonly<Record<'private' | 'journal', string>> = {
  private: 'nobody',
  journal: 'nobody; a key of its own',
};

const whoOf = (home: Home): string => {
  if (!isCategory(home)) return WHO[home];
  return CATEGORIES[home].sensitive ? 'people made sure of' : 'people';
};

const endOf = (type: Type): string => {
  const own = type.expires === undefined ? [] : ['by its own time'];
  const chosen =
    KEPT_TYPES[type.type] === undefined ? [] : ['after 30, 90 or 365 days, where that is chosen'];
  return [...own, ...chosen].join('; ') || 'stays';
};

/** docs/records.md: every kind of record, by where it lives. */
export function recordList(): string {
  const types: readonly Type[] = Object.values(RECORD_TYPES);
  const rows = types
    .toSorted((a, b) => (`${a.home} ${a.type}` < `${b.home} ${b.type}` ? -1 : 1))
    .map(
      (type) =>
        `| \`${type.type}\` | ${type.home} | ${whoOf(type.home)} | ${checksOf(type.schema as unknown as Node)} | ${endOf(type)} |`,
    );
  return [
    '# Kinds of record',
    '',
    'What a page holds, made from `packages/recovery/src/record-types.ts` by `npm run schema`. Category = space = key = consent: where a record lives says who can ever be given it. Checks are what a value must pass before it is kept or taken in: types, choices and limits.',
    '',
    '| record | category | who can be given it | checks | goes |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
