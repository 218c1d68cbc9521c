import { takeTicket } from '#lib/account/ticket.ts';

// Before the router reads the address: an invite's secret must not stay in it.
takeTicket();
