/** Hands a file to the browser, which saves it where downloads go. The bytes never leave the phone by this. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Some browsers read the file after the click was handled.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
