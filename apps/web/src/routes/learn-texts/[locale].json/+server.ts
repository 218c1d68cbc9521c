import { json } from '@sveltejs/kit';
import { searchTexts } from '#lib/learn/pages.server.ts';
import { localeOf, locales } from '#locales/locale.ts';

/** What the search looks through, written once while building and kept on the phone with everything else. */
export const prerender = true;
export const entries = () => locales.map((locale) => ({ locale }));

export const GET = ({ params }: { params: { locale: string } }) => json(searchTexts(localeOf(params.locale)));
