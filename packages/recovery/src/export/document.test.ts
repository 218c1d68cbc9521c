import { readFileSync } from 'node:fs';
import { seededRandom, TestClock, unwrap } from '@holdfast/base';
import { fakePrimitives } from '@holdfast/testing/fake-primitives';
import { FakeServer } from '@holdfast/testing/fake-server';
import { DEMO_HOUSEHOLDS, makeHousehold } from '@holdfast/testing/demo';
import { phone } from '@holdfast/testing/household';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { recordType } from '../record-types.ts';
import type { RecordsByType } from './document.ts';
import { exportDocument } from './document.ts';
import { APART, EXPORT_PARTS, partOf, RECORD_KINDS } from './parts.ts';
import { exportSchema } from './schema.ts';
import { NOON, planted, RECORDS } from './test-records.ts';

const published = JSON.parse(
  readFileSync(new URL('../../../../docs/export.schema.json', import.meta.url), 'utf8'),
) as object;
const ajv = new Ajv2020({ strict: true, strictRequired: false, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(published);
/** As a reader of the file would see it. */
const faults = (document: object): string[] => {
  validate(JSON.parse(JSON.stringify(document)));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
};
const everything = new Set(EXPORT_PARTS);

test('docs/export.schema.json is what the record types say: npm run schema writes it', () => {
  expect(published).toEqual(JSON.parse(JSON.stringify(exportSchema())));
});

test('the invented records are as their types have them', () => {
  for (const kind of RECORD_KINDS)
    for (const record of RECORDS[kind] ?? [])
      expect(v.safeParse(recordType(kind).schema, record).issues, kind).toBeUndefined();
  expect(Object.keys(RECORDS).length).toBeGreaterThan(30);
});

test('every record fits the published schema, and nothing of it is lost', () => {
  const document = exportDocument(RECORDS, everything, NOON);
  expect(faults(document)).toEqual([]);
  expect(document.exportedAt).toBe('2026-11-25T12:00:00.000Z');
  expect(document.records).toEqual(JSON.parse(JSON.stringify(RECORDS)));
});

test.each(Object.values(DEMO_HOUSEHOLDS))(
  'every record of the demo fits it, $language',
  async (household) => {
    const primitives = fakePrimitives(seededRandom(11));
    const server = new FakeServer({
      random: seededRandom(12),
      clock: new TestClock(NOON),
      sha256: primitives.sha256,
      verify: primitives.verify,
    });
    const buy = () => phone({ primitives, transport: server.transportFor(), clock: new TestClock(NOON) });
    const { phones } = await makeHousehold(household, buy, { now: NOON, aheadOfUtc: 0 });
    for (const { api } of phones) {
      const records: Record<string, unknown> = {};
      for (const kind of RECORD_KINDS) records[kind] = await api.records(kind);
      const document = exportDocument(records as RecordsByType, everything, NOON);
      expect(Object.keys(document.records)).toContain('profile');
      expect(faults(document)).toEqual([]);
    }
    expect(unwrap(await phones[0]!.api.save('person', household.peopleToRing[0]!))).toBeDefined();
  },
);

test('a planted fault is refused', () => {
  const document = exportDocument(RECORDS, everything, NOON);
  const after = (path: string, value?: unknown) => faults(planted(document, path, value));
  expect(after('records.check-in.0.urge', 11)).not.toEqual([]);
  expect(after('records.medicine.0.kind')).not.toEqual([]);
  expect(after('records.appointment.0.starts', 'Tuesday')).not.toEqual([]);
  expect(after('records.milestone.0.day', '2026-13-01')).not.toEqual([]);
  expect(after('records.reason.0.id')).not.toEqual([]);
  expect(after('version', 2)).not.toEqual([]);
  // What a later version adds is not a fault.
  expect(after('records.kind-of-later', [{ id: 'x' }])).toEqual([]);
  expect(after('records.today.0.later', true)).toEqual([]);
});

test('only what was chosen goes along', () => {
  const document = exportDocument(RECORDS, new Set(['medicine'] as const), NOON);
  expect(Object.keys(document.records).sort()).toEqual(
    ['care-person', 'dose', 'medicine', 'question', 'symptom-log', 'transition'].sort(),
  );
  expect(exportDocument(RECORDS, new Set(), NOON).records).toEqual({});
  expect(exportDocument({}, everything, NOON).records).toEqual({});
});

test('the ninth answer and pregnancy are parts of their own, and in no other', () => {
  expect(APART).toEqual(['item-nine', 'pregnancy']);
  for (const kind of RECORD_KINDS) expect(EXPORT_PARTS).toContain(partOf(kind));
  const rest = new Set(EXPORT_PARTS.filter((part) => !APART.includes(part)));
  const document = exportDocument(RECORDS, rest, NOON);
  expect(Object.keys(document.records)).not.toContain('item-nine');
  expect(Object.keys(document.records)).not.toContain('pregnancy');
  expect(JSON.stringify(document)).not.toMatch(/"nine"|askAgain/);
});

test('of a photo its preview goes along, and neither its key nor its place', () => {
  const photo = {
    id: 'A'.repeat(22),
    space: 'B'.repeat(22),
    key: new Uint8Array(32).fill(7),
    type: 'image/jpeg',
    size: 9,
    preview: new Uint8Array([1, 2, 3]),
  };
  const records = { letter: [{ ...RECORDS.letter![0]!, photo, note: undefined }] };
  const document = exportDocument(records, everything, NOON);
  expect(document.records['letter']![0]!['photo']).toEqual({ type: 'image/jpeg', size: 9, preview: 'AQID' });
  expect(JSON.stringify(document)).not.toMatch(/AAAA|BBBB|BwcH|note/);
});
