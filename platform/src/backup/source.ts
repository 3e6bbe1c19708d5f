import { createHmac } from "node:crypto";
import { BackupError } from "./problem.ts";
import { blockEnd } from "./format.ts";

const newline = 10;
const longestLine = 32 * 1024 * 1024;

/** Reads a backup in the clear, line by line and block by block, and counts what it has read. */
export class Source {
  readonly #pieces: AsyncIterator<Uint8Array>;
  readonly #mac;
  #rest: Buffer = Buffer.alloc(0);

  constructor(pieces: AsyncIterable<Uint8Array>, macKey: Uint8Array) {
    this.#pieces = pieces[Symbol.asyncIterator]();
    this.#mac = createHmac("sha256", macKey);
  }

  async #more(): Promise<boolean> {
    const next = await this.#pieces.next();
    if (next.done) return false;
    this.#rest = Buffer.concat([this.#rest, next.value]);
    return true;
  }

  #take(bytes: number): Buffer {
    const taken = this.#rest.subarray(0, bytes);
    this.#rest = this.#rest.subarray(bytes);
    this.#mac.update(taken);
    return taken;
  }

  async #lineLength(): Promise<number> {
    let looked = 0;
    for (;;) {
      const end = this.#rest.indexOf(newline, looked);
      if (end >= 0) return end + 1;
      looked = this.#rest.length;
      if (looked > longestLine || !(await this.#more())) {
        throw new BackupError("The backup is damaged or cut short.");
      }
    }
  }

  /** The next line, without its end. */
  async line(): Promise<string> {
    return this.#take(await this.#lineLength())
      .toString("utf8")
      .slice(0, -1);
  }

  /** The last line, which the MAC before it does not cover, and that MAC. Nothing may follow. */
  async lastLine(): Promise<{ line: string; mac: string }> {
    const length = await this.#lineLength();
    const line = this.#rest.subarray(0, length - 1).toString("utf8");
    const mac = this.#mac.digest("base64url");
    if (this.#rest.length > length || (await this.#more())) {
      throw new BackupError("The backup goes on after its end.");
    }
    return { line, mac };
  }

  /** The rows of a COPY block, as they come. What is not taken is read over. */
  async *block(): AsyncGenerator<Buffer> {
    const marker = `\n${blockEnd}`;
    while (this.#rest.length < blockEnd.length && (await this.#more()));
    if (this.#rest.subarray(0, blockEnd.length).toString("latin1") !== blockEnd) {
      for (;;) {
        const end = this.#rest.indexOf(marker, 0, "latin1");
        if (end >= 0) {
          yield this.#take(end + 1);
          break;
        }
        // The marker may lie across two pieces.
        const sure = this.#rest.length - marker.length + 1;
        if (sure > 0) yield this.#take(sure);
        if (!(await this.#more())) throw new BackupError("The backup is damaged or cut short.");
      }
    }
    this.#take(blockEnd.length);
  }
}
