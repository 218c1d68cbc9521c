import type { ContactView, SharedView } from '@holdfast/client';

export interface Ringable {
  readonly id: string;
  readonly name: string;
  readonly number: string;
}

/** One of my people: someone to ring, someone with a share, or both. */
export interface PersonLine {
  readonly key: string;
  readonly name: string;
  readonly ring?: Ringable;
  readonly contact?: ContactView;
}

const same = (a: string, b: string) => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

/**
 * People to ring first, in the order they were added, then the others. Someone who stands in both lists under the
 * same name is one line.
 */
export function peopleLines(people: readonly Ringable[], circle: readonly ContactView[]): PersonLine[] {
  const left = [...circle];
  const lines = people.map((ring): PersonLine => {
    const at = left.findIndex((contact) => same(contact.name, ring.name));
    const [contact] = at < 0 ? [] : left.splice(at, 1);
    return { key: ring.id, name: ring.name, ring, ...(contact ? { contact } : {}) };
  });
  return [...lines, ...left.map((contact) => ({ key: contact.id, name: contact.name, contact }))];
}

/** The number kept for somebody of that name. */
export const ringOf = (people: readonly Ringable[], name: string): Ringable | undefined =>
  people.find((one) => same(one.name, name));

/** Everybody else whose page is known here, each once, those of the same name first: who could this have been? */
export function knownBefore(
  circle: readonly ContactView[],
  shared: readonly SharedView[],
  id: string,
): { readonly id: string; readonly name: string }[] {
  const joined = shared
    .filter(({ state }) => state === 'joined')
    .map(({ contactId, name }) => ({ id: contactId, name }));
  const all = new Map([...circle, ...joined].map((one) => [one.id, { id: one.id, name: one.name }]));
  const name = all.get(id)?.name ?? '';
  all.delete(id);
  return [...all.values()].toSorted((a, b) => Number(same(b.name, name)) - Number(same(a.name, name)));
}
