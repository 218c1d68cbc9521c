import type { CopyFailure, SaveFailure } from '@holdfast/client';
import { sayFailure } from '#lib/account/failures.ts';
import type { AppWords } from '#locales/en/app.ts';
import type { KeepWords } from '#locales/en/keep.ts';

/** The words for what stands in the way of a copy. */
export const sayCopyFailure = (
  failure: CopyFailure | SaveFailure,
  words: KeepWords,
  app: AppWords,
): string => {
  switch (failure.code) {
    case 'copy-foreign':
    case 'copy-newer':
    case 'copy-code':
    case 'copy-damaged':
      return words.back.failures[failure.code];
    default:
      return sayFailure(failure, app);
  }
};
