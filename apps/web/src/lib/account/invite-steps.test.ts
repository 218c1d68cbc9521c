import type { InviteView } from '@holdfast/client';
import { expect, test } from 'vitest';
import { inviteStep } from './invite-steps.ts';

const invite = (state: InviteView['state'], how: InviteView['how'] = 'link'): InviteView => ({
  id: 'i',
  name: 'Ana',
  how,
  state,
  expiresAt: 0,
});
const facts = { invite: undefined, ticket: true, card: 'checked', cardLater: false } as const;

test('before the first invite the recovery card comes first, and may be left for later', () => {
  expect(inviteStep({ ...facts, card: 'none' })).toBe('card');
  expect(inviteStep({ ...facts, card: 'none', cardLater: true })).toBe('form');
  expect(inviteStep({ ...facts, card: 'made' })).toBe('form');
});

test('an open invite is shown while its ticket is held, and waited for afterwards', () => {
  expect(inviteStep({ ...facts, invite: invite('open', 'qr') })).toBe('qr');
  expect(inviteStep({ ...facts, invite: invite('open') })).toBe('link');
  expect(inviteStep({ ...facts, invite: invite('open'), ticket: false })).toBe('waiting');
});

test('an answer is asked about before anything else, and every end has its place', () => {
  expect(inviteStep({ ...facts, invite: invite('answered'), card: 'none' })).toBe('answered');
  expect(inviteStep({ ...facts, invite: invite('confirming') })).toBe('joined');
  expect(inviteStep({ ...facts, invite: invite('done') })).toBe('joined');
  expect(inviteStep({ ...facts, invite: invite('cancelled') })).toBe('over');
  expect(inviteStep({ ...facts, invite: invite('expired') })).toBe('over');
});
