import type {
  ApproveFailure,
  AskBackFailure,
  BlobFailure,
  CheckFailure,
  Failure,
  InviteFailure,
  LinkFailure,
  RecoverFailure,
  SaveFailure,
  UnlockFailure,
} from '@holdfast/client';
import type { AppWords } from '#locales/en/app.ts';
import type { FeatureWords } from '#locales/features.ts';

/** Every way in which something a person asked for can fail. */
export type AnyFailure =
  | Failure
  | SaveFailure
  | UnlockFailure
  | RecoverFailure
  | InviteFailure
  | BlobFailure
  | ApproveFailure
  | AskBackFailure
  | { readonly code: 'blob-too-large' }
  | CheckFailure
  | { readonly code: 'needs-words' }
  | { readonly code: 'different' };
/** Codes that only pages with words of their own meet. */
type OwnWords = 'nobody' | 'turned-off' | 'stopped-lately';
export type FailureCode = Exclude<AnyFailure['code'], OwnWords>;

/** The words for a failure: what happened, and what still works. A new code does not compile until it has words. */
export function sayFailure(failure: AnyFailure, words: AppWords): string {
  switch (failure.code) {
    case 'wrong-pin':
      return failure.wait > 0 ? words.waitFor(failure.wait) : words.failures['wrong-pin'];
    case 'wait':
      return words.waitFor(failure.wait);
    case 'invalid':
      return words.invalid[
        failure.field === 'number' ? 'number' : failure.field === 'name' ? 'name' : 'other'
      ];
    case 'code':
      return sayCodeDefect(failure.defect, words);
    case 'nobody':
    case 'turned-off':
    case 'stopped-lately':
      return words.failures.refused;
    default:
      return words.failures[failure.code];
  }
}

/** The words for a failure while a phone is added: its codes are no invites. */
export const sayLinkFailure = (failure: LinkFailure, words: AppWords): string =>
  failure.code === 'cut' ||
  failure.code === 'foreign' ||
  failure.code === 'used' ||
  failure.code === 'expired'
    ? words.phones.failures[failure.code]
    : sayFailure(failure, words);

/** The words while a phone asks to be let back in: its code is no card's. */
export function sayAskBackFailure(
  failure: AnyFailure,
  words: FeatureWords<'trusted'>['back'],
  app: AppWords,
): string {
  switch (failure.code) {
    case 'no-account':
    case 'turned-off':
    case 'stopped-lately':
      return words.failures[failure.code];
    case 'code':
      return sayCallCodeDefect(failure.defect, words, app);
    default:
      return sayFailure(failure, app);
  }
}

export const sayCallCodeDefect = (
  defect: CodeDefect,
  words: FeatureWords<'trusted'>['back'],
  app: AppWords,
): string =>
  defect.code === 'letter'
    ? sayCodeDefect(defect, app)
    : defect.code === 'length'
      ? words.length(defect.have)
      : words.check;

type CodeDefect = Extract<RecoverFailure, { code: 'code' }>['defect'];

export function sayCodeDefect(defect: CodeDefect, words: AppWords): string {
  switch (defect.code) {
    case 'letter':
      return words.codeLetter(defect.letter);
    case 'length':
      return words.codeLength(defect.have);
    case 'check':
      return words.codeCheck;
  }
}
