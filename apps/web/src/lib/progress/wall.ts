/** How many tokens are drawn before the rest is asked for: a page of them opens at once on an old phone. */
export const WALL_FIRST = 12;

export const shownFirst = <T>(list: readonly T[], all: boolean): readonly T[] =>
  all ? list : list.slice(0, WALL_FIRST);
