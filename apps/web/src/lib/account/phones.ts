import type { DeviceView } from '@holdfast/client';
import type { AppWords } from '#locales/en/app.ts';

export interface ShownPhone {
  readonly device: DeviceView;
  /** Its name, or which of the phones it is. */
  readonly shown: string;
}

/** The phones of an account in the order they are shown: this one, those in use, those shut out. */
export function phonesOf(devices: readonly DeviceView[], words: AppWords['phones']): ShownPhone[] {
  const rank = ({ own, revoked }: DeviceView): number => (own ? 0 : revoked ? 2 : 1);
  let others = 0;
  return devices
    .toSorted((a, b) => rank(a) - rank(b))
    .map((device) => {
      const which = device.own ? words.thisOne : words.otherOne(++others);
      if (device.name === '') return { device, shown: which };
      return { device, shown: device.own ? `${device.name} · ${words.thisOne}` : device.name };
    });
}
