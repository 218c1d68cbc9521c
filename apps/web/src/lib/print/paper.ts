/** Paper in points. North America prints on Letter, the rest of the world on A4. */
export const paperFor = (country: string): { readonly w: number; readonly h: number } =>
  country === 'US' || country === 'CA' ? { w: 612, h: 792 } : { w: 595.28, h: 841.89 };
