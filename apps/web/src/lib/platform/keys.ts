/** localStorage: what page this phone holds (`own` or `supporter`). Written by the private part once it is open. */
export const WAS_KEY = 'hf.was';
