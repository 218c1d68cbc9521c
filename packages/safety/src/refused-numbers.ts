/**
 * Numbers that look like help and are not. `country` limits a refusal to one pack; without it the
 * number is refused everywhere. Values are digits only, compared with the digits of each channel.
 */
export const REFUSED_NUMBERS: readonly { country?: string; value: string; reason: string }[] = [
  { value: '1933', reason: 'narcotics bureau of India: takes trafficking tips and opens cases' },
  { value: '911933', reason: 'the same, with the code of India' },
  { country: 'BA', value: '112', reason: 'not a working emergency number in Bosnia and Herzegovina' },
  { country: 'BA', value: '0800300303', reason: 'seen only on an unreliable list' },
  { country: 'GB', value: '0800776600', reason: 'old number of FRANK' },
  { country: 'NL', value: '09000113', reason: 'old number of 113' },
  { country: 'DE', value: '01805313031', reason: 'old number of the drug hotline' },
];
