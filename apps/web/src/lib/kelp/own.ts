import { daysSince, KELP_MARKS } from '@holdfast/recovery';
import type { KelpMarkKind } from '@holdfast/recovery';
import type { KelpData } from './types.ts';

interface Own {
  readonly profile: { readonly seed: string; readonly begun: string } | undefined;
  /** People to ring, those let in, and milestones that were kept: how many matters, nothing else. */
  readonly people: readonly unknown[] | undefined;
  readonly circle: readonly unknown[] | undefined;
  readonly milestones: readonly unknown[] | undefined;
  /** What they added to it. */
  readonly marks: readonly { readonly kind: KelpMarkKind }[] | undefined;
  /** The local day, YYYY-MM-DD. */
  readonly today: string;
}

/** A person's own kelp: their days, their people, the milestones they kept and what they added. Undefined until their page is read. */
export const ownKelp = ({ profile, people, circle, milestones, marks, today }: Own): KelpData | undefined =>
  profile && {
    seed: profile.seed,
    days: daysSince(profile.begun, today),
    people: (people?.length ?? 0) + (circle?.length ?? 0),
    marks: {
      milestone: milestones?.length ?? 0,
      ...Object.fromEntries(
        KELP_MARKS.map((kind) => [kind, (marks ?? []).filter((one) => one.kind === kind).length]),
      ),
    },
  };
