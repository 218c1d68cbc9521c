import type {
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

/** Every way in which something a person asked for can fail. */
export type AnyFailure =
  | Failure
  | SaveFailure
  | UnlockFailure
  | RecoverFailure
  | InviteFailure
  | BlobFailure
  | { readonly code: 'blob-too-large' }
  | CheckFailure
  | { readonly code: 'needs-words' }
  | { readonly code: 'different' };
export type FailureCode = AnyFailure['code'];

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
