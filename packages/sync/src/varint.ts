/** Unsigned numbers below 2^53 as LEB128: seven bits to a byte, lowest first. */
export class VarintWriter {
  #buffer = new Uint8Array(1024);
  #length = 0;

  write(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`Not an unsigned safe integer: ${value}`);
    if (this.#length + 8 > this.#buffer.length) {
      const larger = new Uint8Array(this.#buffer.length * 2);
      larger.set(this.#buffer);
      this.#buffer = larger;
    }
    let rest = value;
    while (rest > 0x7f) {
      this.#buffer[this.#length++] = (rest % 0x80) | 0x80;
      rest = Math.floor(rest / 0x80);
    }
    this.#buffer[this.#length++] = rest;
  }

  bytes(): Uint8Array {
    return this.#buffer.slice(0, this.#length);
  }
}

/** Reads what VarintWriter wrote. Throws RangeError past the end and on numbers of 2^53 or more. */
export class VarintReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at === this.#bytes.length;
  }

  read(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 0x80) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError('Numbers end too early');
      value += (byte & 0x7f) * scale;
      if (value > Number.MAX_SAFE_INTEGER) throw new RangeError('Number too large');
      if (byte < 0x80) return value;
    }
  }
}
