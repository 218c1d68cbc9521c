import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';

/** One line of budgets.json. Exactly one of the two limits is there. */
interface Budget {
  readonly atMost?: number;
  readonly atLeast?: number;
  readonly unit: string;
  /** The figure last recorded, and the day it was. */
  last: number;
  on: string;
  /** What exactly is measured. */
  readonly how: string;
}

const FILE = new URL('../budgets.json', import.meta.url);
const budgets = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Budget>;

/** With HOLDFAST_BENCH_RECORD set, figures that keep their budget are written into budgets.json, to be committed. */
const recording = (process.env['HOLDFAST_BENCH_RECORD'] ?? '') !== '';

/** Names in budgets.json, for the test that each is measured. */
export const budgetNames = (): string[] => Object.keys(budgets);

/** Holds a figure against the budget of that name. */
export function keepTo(name: string, figure: number): void {
  const budget = budgets[name];
  if (budget === undefined) throw new Error(`budgets.json has no "${name}"`);
  const said = `${name}: ${round(figure)} ${budget.unit}, last ${budget.last} on ${budget.on}`;
  process.stdout.write(`${said}\n`);
  expect(Number.isFinite(figure), said).toBe(true);
  if (budget.atMost !== undefined) expect(figure, said).toBeLessThanOrEqual(budget.atMost);
  else expect(figure, said).toBeGreaterThanOrEqual(budget.atLeast!);
  if (!recording) return;
  budget.last = round(figure);
  budget.on = new Date().toISOString().slice(0, 10);
  writeRecorded(name, budget);
}

/** Test files run in processes of their own, one after the other: each changes its own lines and leaves the rest. */
function writeRecorded(name: string, budget: Budget): void {
  const all = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Budget>;
  writeFileSync(FILE, `${JSON.stringify({ ...all, [name]: budget }, undefined, 2)}\n`);
}

/** Three digits that mean something. */
const round = (figure: number): number => (Number.isInteger(figure) ? figure : Number(figure.toPrecision(3)));

export function median(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
