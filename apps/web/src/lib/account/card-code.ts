/** The letters of a card in what was typed or scanned: a card's QR code holds the account's id after a dot. */
export const codePart = (text: string): string => text.trim().split('.')[0] ?? '';

/** In groups of four, as the card shows them. */
export const spaced = (code: string): string => code.match(/.{1,4}/g)?.join(' ') ?? '';

/** Which group of a card to ask for: any but the first, which people read while they copy. 0 to 6. */
export const groupToCheck = (chance: number): number => 1 + (Math.floor(chance * 6) % 6);
