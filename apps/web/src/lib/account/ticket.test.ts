import { expect, test, vi } from 'vitest';
import { dropTicket, firstPage, heldTicket, inviteLink, takeTicket, ticketIn } from './ticket.ts';

const TICKET = '1.AAAAAAAAAAAAAAAAAAAAAA.BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB';

test('the ticket leaves the address bar and is kept for the page', () => {
  const replace = vi.fn();
  takeTicket({ pathname: '/i', hash: `#${TICKET}`, search: '' }, replace);
  expect(replace).toHaveBeenCalledWith('/i');
  expect(heldTicket()).toBe(TICKET);
  dropTicket();
  expect(heldTicket()).toBe('');
});

test('other pages keep their hash, and an invite page without one takes nothing', () => {
  const replace = vi.fn();
  takeTicket({ pathname: '/now/lines', hash: '#ie', search: '' }, replace);
  takeTicket({ pathname: '/i', hash: '', search: '' }, replace);
  expect(replace).not.toHaveBeenCalled();
  expect(heldTicket()).toBe('');
});

test('a clinic’s code leaves the address of the path; what that page shows stays there', () => {
  const replace = vi.fn();
  takeTicket({ pathname: '/plan/path', hash: '#add', search: '' }, replace);
  expect(replace).not.toHaveBeenCalled();
  takeTicket({ pathname: '/plan/path', hash: '#d1.abc', search: '' }, replace);
  expect(replace).toHaveBeenCalledWith('/plan/path');
  expect(heldTicket()).toBe('d1.abc');
  expect(firstPage()).toBe('/plan/path');
  dropTicket();
  expect(firstPage()).toBe('/today');
});

test('a pasted link is found with words around it, without its scheme, or alone', () => {
  expect(ticketIn(inviteLink('https://h.example', TICKET))).toBe(TICKET);
  expect(ticketIn(`Open this:\n h.example/i#${TICKET} \nSam`)).toBe(TICKET);
  expect(ticketIn(` ${TICKET}\n`)).toBe(TICKET);
});

test('a link cut in a message is still handed on, so that it can be called cut', () => {
  expect(ticketIn('https://h.example/i#1.AAAA')).toBe('1.AAAA');
  expect(ticketIn('https://h.example/i#')).toBeUndefined();
  expect(ticketIn('hello')).toBeUndefined();
  expect(ticketIn('')).toBeUndefined();
});
