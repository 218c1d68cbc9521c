import { afterEach, describe, expect, it, vi } from 'vitest';
import { localZone } from './clock.ts';

describe('the zone this phone is in', () => {
  afterEach(() => void vi.restoreAllMocks());
  const named = (timeZone: string) => {
    const { resolvedOptions } = Intl.DateTimeFormat.prototype;
    vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (
      this: Intl.DateTimeFormat,
    ) {
      return { ...resolvedOptions.call(this), timeZone };
    });
  };

  it('is the one the browser names', () => {
    named('Asia/Kolkata');
    expect(localZone()).toBe('Asia/Kolkata');
  });

  it('is UTC where the browser names one that it refuses itself', () => {
    named('Etc/Unknown');
    expect(localZone()).toBe('UTC');
  });
});
