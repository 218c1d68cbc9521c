import { expect, test } from 'vitest';
import { releaseFindings } from './check-release.ts';
import type { CountryPack } from './country-pack.ts';
import { packs } from './packs/index.ts';
import { us } from './packs/us.ts';

const called: CountryPack = {
  ...us,
  lines: us.lines.map((line) => ({ ...line, verification: 'called', verifiedBy: 'A. Okafor and M. Ruiz' })),
};

test('[PACK-11] lines copied from published pages wait for a check at the owner', () => {
  const waiting = releaseFindings(packs, '2026-11-21');
  expect(waiting).toHaveLength(packs.flatMap(({ lines }) => lines).length);
  expect(new Set(waiting.map(({ reason }) => reason))).toEqual(new Set(['transcribed']));
});

test('[PACK-11] a called line is fine for 180 days, a spotting line for 60', () => {
  expect(releaseFindings([called], '2026-11-21')).toEqual([]);
  expect(releaseFindings([called], '2027-01-20')).toEqual([]);
  expect(releaseFindings([called], '2027-01-21').map(({ lineId }) => lineId)).toEqual(['us-safespot']);
  expect(releaseFindings([called], '2027-05-20')).toHaveLength(1);
  expect(releaseFindings([called], '2027-05-21')).toHaveLength(us.lines.length);
});

test('[PACK-11] a check by one person alone waits for a second', () => {
  const lines = called.lines.map((line) => ({ ...line, verifiedBy: 'A. Okafor' }));
  const findings = releaseFindings([{ ...called, lines }], '2026-11-21');
  expect(findings).toHaveLength(us.lines.length);
  expect(new Set(findings.map(({ reason }) => reason))).toEqual(new Set(['alone']));
});

test('[PACK-11] a review date that falls before the limit counts', () => {
  const lines = called.lines.map((line) => ({ ...line, reviewBy: '2026-12-01' }));
  expect(releaseFindings([{ ...called, lines }], '2026-12-01')).toEqual([]);
  expect(releaseFindings([{ ...called, lines }], '2026-12-02')).toHaveLength(us.lines.length);
});

test('[PACK-11] a finding says where to look and how old the check is', () => {
  expect(releaseFindings([called], '2027-01-21')).toEqual([
    {
      reason: 'stale',
      country: 'US',
      lineId: 'us-safespot',
      sourceUrl: 'https://safe-spot.me/',
      ageDays: 61,
      limitDays: 60,
    },
  ]);
});
