/** Who wrote the scales that are our own, and on what terms. */
export const OWN = {
  owner: 'Holdfast',
  permission: 'Our own words, under the licence of this project. Not validated: no cut-off is shown.',
} as const;
