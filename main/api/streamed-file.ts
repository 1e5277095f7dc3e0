/**
 * A file that is made while it is read, and only as fast: nobody knows its size before its end. It can be read as often
 * as one likes; whoever cancels a stream ends the making.
 */
export class StreamedFile extends File {
  readonly #parts: () => AsyncIterable<Uint8Array<ArrayBuffer>>;

  /** @param parts makes the bytes */
  constructor(parts: () => AsyncIterable<Uint8Array<ArrayBuffer>>, name: string, options: { type: string }) {
    super([], name, options);
    this.#parts = parts;
  }

  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return ReadableStream.from(this.#parts());
  }

  override async bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.arrayBuffer());
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    return new Response(this.stream()).arrayBuffer();
  }

  override text(): Promise<string> {
    return new Response(this.stream()).text();
  }
}
