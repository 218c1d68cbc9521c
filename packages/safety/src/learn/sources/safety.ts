import type { Source } from '../article.ts';

const READ = { checkedOn: '2026-11-25' };

/** Sources of the articles on overdose that no other article uses. */
export const SAFETY_SOURCES: readonly Source[] = [
  {
    id: 'with-you-naloxone',
    title: 'Nyxoid and Prenoxad: how to use them (undated page)',
    by: 'With You (UK)',
    year: 2026,
    ...READ,
  },
  {
    id: 'mmwr-2024',
    title: 'Comparison of administration of 8-milligram and 4-milligram intranasal naloxone, MMWR 73(5)',
    by: 'Centers for Disease Control and Prevention (US)',
    year: 2024,
    url: 'https://www.cdc.gov/mmwr/volumes/73/wr/mm7305a4.htm',
    ...READ,
  },
  {
    id: 'cdc-medetomidine-2025',
    title: 'Medetomidine: questions and answers',
    by: 'Centers for Disease Control and Prevention (US)',
    year: 2025,
    ...READ,
  },
];
