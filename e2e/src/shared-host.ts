import type { TestProject } from 'vitest/node';
import { startHost } from './host.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Of the host that all files share which only ever ask it: a phone of one knows nothing of another's. */
    origin: string;
  }
}

/** One host for a whole test run. A file that stops its host, looks into it or moves its clock starts its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const host = await startHost();
  project.provide('origin', host.origin);
  return () => host.remove();
}
