import { packs } from '@holdfast/safety';
import { describe, expect, it } from 'vitest';
import { packsReport, staleWarning } from './packs-report.ts';

const checked = packs.map((pack) => ({
  ...pack,
  lines: pack.lines.map((line) => ({
    ...line,
    verification: 'called' as const,
    verifiedBy: 'A. Okafor and M. Ruiz',
  })),
}));
const lines = packs.flatMap((pack) => pack.lines);

describe('npm run packs:check', () => {
  it('[PACK-11] waits for every line that was only copied, and says what to do', () => {
    const report = packsReport(packs, '2026-11-26');
    expect(report[0]).toBe(`${lines.length} lines only copied. Look at the owner's own page, or call:`);
    expect(report[1]).toBe(
      '  au-emergency  checked 5 days ago, good for 180  https://www.triplezero.gov.au/',
    );
    expect(report.at(-1)).toContain('docs/country-packs.md');
  });

  it('[PACK-11] lets a release go when 2 people checked every line in time', () => {
    expect(packsReport(checked, '2026-11-26')).toEqual([]);
  });

  it('[PACK-8] names a line past its review, in the report and as a warning that fails nothing', () => {
    expect(packsReport(checked, '2027-01-21')[0]).toBe('1 line past review. Check again:');
    expect(staleWarning(checked, '2027-01-20')).toBe(undefined);
    expect(staleWarning(checked, '2027-01-21')).toContain('1 line in the country packs is past review');
    expect(staleWarning(checked, '2036-01-01')).toContain(`${lines.length} lines in the country packs are`);
  });
});
