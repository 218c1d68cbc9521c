/** The most people that can be trusted with it. The account refuses more. */
export const MOST = 5;
const FEWEST_NEEDED = 2;

/** How many may be needed of so many people: from 2 to all of them. */
export const neededFor = (people: number): number[] =>
  Array.from({ length: Math.max(0, people - FEWEST_NEEDED + 1) }, (_, i) => FEWEST_NEEDED + i);

/** What is proposed: 2 of 3, 3 of 5, so that one who cannot be reached does not keep a person out. */
export const defaultNeeded = (people: number): number => Math.max(FEWEST_NEEDED, Math.ceil(people / 2));

export const fitNeeded = (needed: number, people: number): number =>
  Math.min(Math.max(needed, FEWEST_NEEDED), Math.max(people, FEWEST_NEEDED));
