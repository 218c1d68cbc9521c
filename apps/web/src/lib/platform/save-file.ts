/** An address under which the browser offers bytes made on this device. Call `forgetFile` when it is done with. */
export const fileAddress = (bytes: Uint8Array, type: string): string =>
  URL.createObjectURL(new Blob([bytes as Uint8Array<ArrayBuffer>], { type }));

export const forgetFile = (address: string): void => URL.revokeObjectURL(address);
