import {
  closeSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { codeOf, type Log } from "./log.ts";
import type { Source } from "./list-source.ts";

/** A list that is coming, in the order of its bytes. */
export type Incoming = {
  append(bytes: Uint8Array): void;
  /** What has come, as far as it goes. */
  source(): Source;
  /** It is the list on the disk from now on, whatever happens to the power. False where the disk took it not. */
  keep(): boolean;
  /** Gives up what has come. Does nothing after `keep`. */
  discard(): void;
};

export type ListFiles = {
  /** The list on the disk; undefined: there is none. Throws where it cannot be read. */
  stored(): Source | undefined;
  begin(): Incoming;
};

/**
 * The access list on the disk, `access-list` in the data folder. A new one comes into a file beside it and takes its place at
 * once when it is whole: whenever the power fails, one of the two is there, and whole. While the disk takes nothing, a
 * list comes into memory.
 */
export function createListFiles(dataFolder: string, log: Log): ListFiles {
  const place = join(dataFolder, "access-list");
  const coming = `${place}.next`;
  rmSync(coming, { force: true });
  let inForce: number | undefined;

  const begin = (): Incoming => {
    let length = 0;
    let parts: Uint8Array[] = [];
    let file = attempt(() => openSync(coming, "w+", 0o600));
    const toMemory = (): void => {
      const written = Buffer.alloc(length);
      readExactly(file!, written, 0);
      drop();
      parts = [written];
    };
    const drop = (): void => {
      if (file === undefined) return;
      closeSync(file);
      file = undefined;
      attempt(() => rmSync(coming, { force: true }));
    };
    return {
      append(bytes) {
        const at = length;
        if (file !== undefined && attempt(() => writeExactly(file!, bytes, at)) === undefined)
          toMemory();
        // A copy: what comes from the network lies in a larger piece of memory, which would stay for it.
        if (file === undefined) parts.push(Uint8Array.from(bytes));
        length += bytes.length;
      },
      source: () => (file === undefined ? inMemory(Buffer.concat(parts)) : onDisk(file, length)),
      keep() {
        const done = file;
        if (done === undefined) return false;
        const kept = attempt(() => {
          fsyncSync(done);
          renameSync(coming, place);
          fsyncFolder(dataFolder);
          return true;
        });
        if (!kept) return false;
        if (inForce !== undefined) closeSync(inForce);
        inForce = done;
        file = undefined;
        return true;
      },
      discard() {
        drop();
        parts = [];
      },
    };
  };

  const attempt = <Result>(run: () => Result): Result | undefined => {
    try {
      return run();
    } catch (error) {
      log("error", "list-not-on-disk", { problem: codeOf(error) });
      return undefined;
    }
  };

  return {
    begin,
    stored() {
      try {
        inForce ??= openSync(place, "r");
      } catch (error) {
        if (error instanceof Error && "code" in error && error.code === "ENOENT") return undefined;
        throw error;
      }
      return onDisk(inForce, fstatSync(inForce).size);
    },
  };
}

const onDisk = (file: number, length: number): Source => ({
  length,
  read: (into, at) => readExactly(file, into, at),
});

const inMemory = (bytes: Buffer): Source => ({
  length: bytes.length,
  read: (into, at) => into.set(bytes.subarray(at, at + into.length)),
});

function readExactly(file: number, into: Uint8Array, at: number): void {
  for (let read = 0; read < into.length;) {
    const got = readSync(file, into, read, into.length - read, at + read);
    if (got === 0) throw new Error("the file is shorter than it was");
    read += got;
  }
}

function writeExactly(file: number, bytes: Uint8Array, at: number): true {
  for (let written = 0; written < bytes.length;)
    written += writeSync(file, bytes, written, bytes.length - written, at + written);
  return true;
}

/** A new name is on the disk only when its folder is. Windows knows no such thing. */
function fsyncFolder(folder: string): void {
  if (process.platform === "win32") return;
  const opened = openSync(folder, "r");
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
