import type { Status } from '@holdfast/client';
import { expect, test } from 'vitest';
import { countVisit, noticesFor } from './notices.ts';

const calm: Status = {
  phase: 'open',
  protection: 'phone',
  pinWait: 0,
  online: true,
  copyAtServer: true,
  backedUp: true,
  waysBack: { card: 'none', phone: true, people: false },
  onlyHere: 0,
  storage: 'ok',
  clockOff: 0,
  newDevices: [],
  alarm: 'none',
  heldBack: false,
  setBack: false,
  backIn: false,
  held: [],
  leaving: false,
};
const early = { visits: 1, later: false, settled: true };

test('an ordinary day has no notice, with or without signal', () => {
  expect(noticesFor(calm, early)).toEqual({});
  expect(noticesFor({ ...calm, online: false }, early)).toEqual({});
});

test('a person to whom nothing goes is named, one at a time', () => {
  const held = [
    { id: 'a', name: 'Ana' },
    { id: 'b', name: 'Bea' },
  ];
  expect(noticesFor({ ...calm, held }, early)).toEqual({ held: held[0] });
});

test('what waits for signal is said, what is on its way is not', () => {
  expect(noticesFor({ ...calm, online: false, onlyHere: 3 }, early)).toEqual({ onlyHere: 3 });
  expect(noticesFor({ ...calm, onlyHere: 3 }, early)).toEqual({});
  expect(noticesFor({ ...calm, online: false, onlyHere: 3 }, { ...early, settled: false })).toEqual({});
});

test('a new phone is asked about until it is answered; one that was shut out is not', () => {
  const device = { id: 'd2', own: false, revoked: false, name: '' };
  expect(noticesFor({ ...calm, newDevices: [device] }, early)).toEqual({ newDevice: 'd2' });
  expect(noticesFor({ ...calm, newDevices: [{ ...device, revoked: true }] }, early)).toEqual({});
});

test('somebody who asks to be let in is said until it is over', () => {
  const recoveryAsked = { id: 'a', begunAt: 1, readyAt: 2, mine: false };
  expect(noticesFor({ ...calm, recoveryAsked }, early)).toEqual({ asked: { readyAt: 2, mine: false } });
});

test('storage, clock and alarm are said', () => {
  expect(
    noticesFor(
      { ...calm, storage: 'full', clockOff: -26 * 3_600_000, alarm: 'chain', heldBack: true, setBack: true },
      early,
    ),
  ).toEqual({
    storage: 'full',
    clockHours: 26,
    alarm: true,
    heldBack: true,
    setBack: true,
  });
});

test('the card is offered from the third visit on, once', () => {
  expect(noticesFor(calm, { ...early, visits: 2 })).toEqual({});
  expect(noticesFor(calm, { ...early, visits: 3 })).toEqual({ card: true });
  expect(noticesFor(calm, { ...early, visits: 9, later: true })).toEqual({});
  expect(
    noticesFor({ ...calm, waysBack: { ...calm.waysBack, card: 'made' } }, { ...early, visits: 3 }),
  ).toEqual({});
});

test('visits are counted by day, and broken storage starts over', () => {
  expect(countVisit(null, '2026-11-21')).toEqual({ visits: 1, text: '1 2026-11-21' });
  expect(countVisit('1 2026-11-21', '2026-11-21').visits).toBe(1);
  expect(countVisit('1 2026-11-21', '2026-11-22').visits).toBe(2);
  expect(countVisit('x', '2026-11-22').visits).toBe(1);
});
