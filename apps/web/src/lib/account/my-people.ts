import type { ContactView } from '@holdfast/client';

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
