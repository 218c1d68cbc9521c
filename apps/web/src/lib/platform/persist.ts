export type Kept = 'kept' | 'may-go' | 'unknown';

/** Whether the browser promised to keep what this site stores. */
export async function storageKept(): Promise<Kept> {
  try {
    return (await navigator.storage.persisted()) ? 'kept' : 'may-go';
  } catch {
    return 'unknown';
  }
}

/** Asks the browser to keep it. Some ask the person, some decide alone; refusing changes nothing else. */
export async function askToKeep(): Promise<Kept> {
  try {
    if (await navigator.storage.persisted()) return 'kept';
    return (await navigator.storage.persist()) ? 'kept' : 'may-go';
  } catch {
    return 'unknown';
  }
}
