const encoder = new TextEncoder();

/**
 * Turns the bytes of a text file into UTF-8 without a byte order mark, chunk by chunk. UTF-16 is recognised by
 * its mark; anything else is passed on as it is.
 */
export class TextDecoding {
  #head: Uint8Array = new Uint8Array(0);
  #decoder: InstanceType<typeof TextDecoder> | null = null;
  #started = false;

  push(chunk: Uint8Array): Uint8Array {
    if (this.#started) return this.#transcode(chunk);
    const bytes = new Uint8Array(this.#head.length + chunk.length);
    bytes.set(this.#head);
    bytes.set(chunk, this.#head.length);
    if (bytes.length >= 3) return this.#start(bytes);
    this.#head = bytes;
    return bytes.subarray(0, 0);
  }

  /** What is left when the file is over. */
  end(): Uint8Array {
    if (!this.#started) return this.#start(this.#head);
    return this.#decoder === null ? new Uint8Array(0) : encoder.encode(this.#decoder.decode());
  }

  #start(bytes: Uint8Array): Uint8Array {
    this.#started = true;
    const [first, second, third] = bytes;
    if (first === 0xff && second === 0xfe) this.#decoder = new TextDecoder('utf-16le');
    else if (first === 0xfe && second === 0xff) this.#decoder = new TextDecoder('utf-16be');
    else if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.subarray(3);
    return this.#transcode(bytes);
  }

  #transcode(bytes: Uint8Array): Uint8Array {
    return this.#decoder === null ? bytes : encoder.encode(this.#decoder.decode(bytes, { stream: true }));
  }
}

/** True when a piece of a file has bytes that no text has: it is a picture, a program, a spreadsheet … */
export function looksBinary(bytes: Uint8Array): boolean {
  let control = 0;
  for (const byte of bytes) {
    if (byte === 0) return true;
    if (byte < 9 || (byte > 13 && byte < 32)) control++;
  }
  return control > bytes.length / 20;
}
