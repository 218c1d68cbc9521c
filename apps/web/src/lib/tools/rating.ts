/** After this many ms what was answered belongs to another hour. */
const MEMORY = 2 * 60 * 60_000;

/** How strong it is, before and after a tool. It goes along from tool to tool until one is done or the hour is over. */
export interface Rating {
  before: number | undefined;
  after: number | undefined;
  /** An urge was noted a moment ago, to be gone by itself or kept. Said on the tool that follows. */
  noted: 'month' | 'always' | undefined;
  /** When it was last in use, ms since 1970. */
  since: number;
}

export const noRating = (since = 0): Rating => ({
  before: undefined,
  after: undefined,
  noted: undefined,
  since,
});

/** A tool is opened: what belongs to another hour is forgotten. */
export const ratingAt = (rating: Rating, now: number): Rating =>
  Math.abs(now - rating.since) > MEMORY ? noRating(now) : { ...rating, since: now };

/** The fields of a use. What was left out is null, never 0. */
export const ratingFields = ({ before, after }: Rating): { before: number | null; after: number | null } => ({
  before: before ?? null,
  after: after ?? null,
});
