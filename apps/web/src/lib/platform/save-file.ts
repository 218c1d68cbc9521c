/** An address under which the browser offers bytes made on this device. Call `forgetFile` when it is done with. */
export const fileAddress = (bytes: Uint8Array, type: string): string =>
  URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));

export const forgetFile = (address: string): void => URL.revokeObjectURL(address);

/** Hands a file to the browser, which saves it where downloads go. The bytes never leave the phone by this. */
export function saveFile(name: string, type: string, content: string | Uint8Array): void {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const address = fileAddress(bytes, type);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the file after the click was handled.
  setTimeout(() => forgetFile(address), 60_000);
}
