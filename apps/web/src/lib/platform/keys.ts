/** localStorage: what page this phone holds (`own` or `supporter`). Written by the private part once it is open. */
export const WAS_KEY = 'hf.was';
/** What the person found when they tried a line. On this phone only. */
export const HEARD_KEY = 'hf.heard';
