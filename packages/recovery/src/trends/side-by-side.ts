/** One day as it is set beside others: whether something was so, and how strong the urge was. */
export interface SidedDay {
  readonly was: boolean;
  readonly urge: number;
}

/** Counts of days, with nothing worked out from them. */
export interface SideBySide {
  readonly with: { readonly of: number; readonly calm: number };
  readonly without: { readonly of: number; readonly calm: number };
}

/** Days needed on each side before anything is said. */
export const SIDE_DAYS = 8;
/** An urge of this or less counts as a calmer day. */
export const CALM_URGE = 4;

/** Days with something beside days without it. Undefined with fewer than 8 days on either side. */
export function sideBySide(days: readonly SidedDay[]): SideBySide | undefined {
  const side = (was: boolean) => {
    const own = days.filter((day) => day.was === was);
    return { of: own.length, calm: own.filter(({ urge }) => urge <= CALM_URGE).length };
  };
  const both = { with: side(true), without: side(false) };
  return both.with.of >= SIDE_DAYS && both.without.of >= SIDE_DAYS ? both : undefined;
}

/** Days on which both the urge and something else were answered; the strongest urge of each counts. */
export function sidedDays<T extends { readonly day: string; readonly urge: number | null }>(
  checkIns: readonly T[],
  was: (checkIn: T) => boolean | null,
): SidedDay[] {
  const days = new Map<string, { urge: number | null; was: boolean | null }>();
  for (const checkIn of checkIns) {
    const day = days.get(checkIn.day) ?? { urge: null, was: null };
    if (checkIn.urge !== null) day.urge = Math.max(day.urge ?? 0, checkIn.urge);
    const said = was(checkIn);
    if (said !== null) day.was = day.was === true || said;
    days.set(checkIn.day, day);
  }
  return [...days.values()].flatMap(({ urge, was: said }) =>
    urge === null || said === null ? [] : [{ urge, was: said }],
  );
}
