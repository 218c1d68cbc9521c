import { untrack } from 'svelte';
import type { DraftName } from '@holdfast/client';
import { later } from '#lib/platform/clock.ts';
import { whenLeft } from '#lib/platform/leave.ts';
import type { Held } from './draft-keeper.ts';
import { DraftKeeper } from './draft-keeper.ts';
import { session } from './session.svelte.ts';

const keeper = new DraftKeeper({
  store: () => session.api,
  later,
  watch: (read, changed) =>
    $effect.root(() => {
      $effect(() => {
        read();
        changed();
      });
    }),
  live: (value) => {
    const form = $state(value);
    return form;
  },
});
session.whenGone(() => keeper.clear());
whenLeft(() => void keeper.flush());

/**
 * A form that is being filled in. It outlives its screen, a lock and a reload, until it is saved or left, so that nothing
 * half-written is lost with them. `first` is what it begins with; one that was only looked at begins anew when that has
 * changed. A photo or voice note in a field `media` outlives a lock and no reload; a field `today` says which day a form
 * is about.
 */
export function draftOf<T extends object>(name: DraftName, first: () => T): T {
  // A screen follows what the form begins with, and not what is typed into it.
  first();
  return untrack(() => keeper.of(name, first));
}

/** Forgets a draft: it was saved, or the person left it. */
export const dropDraft = (name: DraftName): void => void keeper.drop(name);

export const heldDraft = (name: DraftName): Held | undefined => keeper.get(name);
/** Puts a draft away, or brings back what was put away. */
export const swapDraft = (name: DraftName): void => keeper.swap(name);
