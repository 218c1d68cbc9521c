/**
 * What a sheet was opened for. Every opening has its own number: a sheet that is keyed on it begins with the thing as it
 * stands now, and not as it stood when the sheet was open before.
 */
export class Opening<T> {
  open = $state(false);
  of: T | undefined = $state.raw();
  nth = $state(0);

  for(of: T | undefined): void {
    this.of = of;
    this.nth++;
    this.open = true;
  }
}
