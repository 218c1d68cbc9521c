import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { budgetNames, keepTo, median } from './budgets.ts';

describe('budgets.json', () => {
  it('holds one limit, a unit, a dated figure and its method for each name, and each is measured', () => {
    const folder = new URL('.', import.meta.url);
    const sources = readdirSync(folder)
      .filter((name) => name.endsWith('.test.ts') && name !== 'budgets.test.ts')
      .map((name) => readFileSync(new URL(name, folder), 'utf8'))
      .join('\n');
    const all = JSON.parse(readFileSync(new URL('../budgets.json', folder), 'utf8')) as Record<
      string,
      object
    >;
    for (const name of budgetNames()) {
      expect(all[name], name).toMatchObject({
        unit: expect.any(String),
        last: expect.any(Number),
        on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
        how: expect.stringMatching(/.{20}/),
      });
      expect(Number('atMost' in all[name]!) + Number('atLeast' in all[name]!), name).toBe(1);
      expect(sources, name).toContain(`'${name}'`);
    }
  });

  it('lets nothing over its limit pass, and nothing that is not a number', () => {
    const name = budgetNames().find((each) => each === 'right-now.requests')!;
    expect(() => keepTo(name, 3)).toThrow(/right-now.requests/);
    expect(() => keepTo(name, Number.NaN)).toThrow(/right-now.requests/);
    expect(() => keepTo('no-such-budget', 1)).toThrow(/no-such-budget/);
  });

  it('takes the middle of an odd and of an even number of figures', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 9, 2])).toBe(3);
  });
});
