import { readTheme } from '#lib/account/preferences.ts';
import { takeTicket } from '#lib/account/ticket.ts';
import { applyTheme } from '#lib/platform/browser.ts';
import { readLocal } from '#lib/platform/local.ts';

// Before the router reads the address: an invite's secret must not stay in it.
takeTicket();
applyTheme(readTheme(readLocal));
