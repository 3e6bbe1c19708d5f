import { randomUUID } from "node:crypto";
import type { Keys } from "@terskel/platform/keys";
import { exportPortable } from "../export/export-portable.ts";
import type { ExportOptions } from "../export/export.ts";
import { portabilityFile } from "../export/portability-file.ts";
import { schemaAddress } from "../export/schemas.ts";
import type { RightsPorts, Scope } from "../scope.ts";
import { handoverSchema, handoverVersion, mostBytes } from "./handover-file.ts";
import type { Handover, Holder } from "./handover-file.ts";
import { problem } from "./problems.ts";
import { shapeOf } from "./shape.ts";
import { publishedKey, signed } from "./signature.ts";

/** For so long another installation takes the file, in days: it is meant to be carried there now. */
const validDays = 7;

export type HandoverPorts = RightsPorts & {
  readonly keys: Keys;
  /** Whose an account is, by marks that fit the file of this id only; undefined: nothing proves it. */
  readonly holder: (person: string, file: string) => Promise<Holder | undefined>;
};

/**
 * What a person can take along of their account, signed for another installation. It is made whole in
 * memory: a signature is over all of it.
 * @throws Problem `handover-needs-proof`, `handover-outsize`
 */
export async function* makeHandover(
  ports: HandoverPorts,
  person: string,
  scope: Scope,
  options: ExportOptions,
): AsyncGenerator<Uint8Array> {
  const { keys } = ports;
  const { now, publicUrl } = options;
  const id = randomUUID();
  const holder = await ports.holder(person, id);
  if (!holder) throw problem("handover-needs-proof");
  const data = portabilityFile.parse(
    JSON.parse(await gathered(exportPortable(ports, scope, options))),
  );
  const file: Handover = signed(keys, {
    $schema: schemaAddress(handoverSchema, publicUrl),
    format: "terskel-handover",
    version: handoverVersion,
    id,
    installation: publicUrl.origin,
    issuedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + validDays * 24 * 3_600_000).toISOString(),
    keyId: publishedKey(keys).kid,
    holder,
    data,
  });
  const bytes = Buffer.from(`${JSON.stringify(file)}\n`, "utf8");
  if (bytes.length > mostBytes || shapeOf(bytes) !== "plain") throw problem("handover-outsize");
  yield bytes;
}

async function gathered(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > mostBytes) throw problem("handover-outsize");
    read.push(piece);
  }
  return Buffer.concat(read).toString("utf8");
}
