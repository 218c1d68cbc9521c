/** Opens the fold an exercise stands in, when it goes on after the tab was closed by the phone. */
export function openAround(inside: HTMLElement | undefined): void {
  const fold = inside?.closest('details');
  if (fold) fold.open = true;
}
