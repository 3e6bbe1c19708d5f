import { createHash } from "node:crypto";
import { problem as common } from "@terskel/platform/problems";
import { problem } from "./problems.ts";
import type { Tx } from "./tx.ts";

const mostBytes = 5 * 1024 * 1024;
const mostPixels = 40_000_000;
const sidePx = 512;

// libvips would read many more formats; what one cannot send, one cannot attack.
const formats: readonly ((bytes: Buffer) => boolean)[] = [
  (bytes) => bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff])),
  (bytes) => bytes.subarray(0, 8).equals(Buffer.from("\x89PNG\r\n\x1a\n", "latin1")),
  (bytes) =>
    bytes.toString("latin1", 0, 4) === "RIFF" && bytes.toString("latin1", 8, 12) === "WEBP",
];

/**
 * A picture as it is kept: upright, 512 by 512 pixels, WebP, without metadata (where it was taken
 * is nobody's business here).
 * @throws Problem `picture-too-large`, `not-a-picture`
 */
export async function readPicture(base64: string): Promise<Buffer> {
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length > mostBytes) throw problem("picture-too-large");
  if (!formats.some((is) => is(bytes))) throw problem("not-a-picture");
  // Read for the first picture: a start does not wait for libvips.
  const { default: sharp } = await import("sharp");
  const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" });
  const size = await image.metadata().catch((cause: unknown) => refuse(cause));
  // A small file can unpack to gigapixels; its header says so before anything is unpacked.
  if (size.width * size.height > mostPixels) throw problem("picture-too-large");
  return await image
    .timeout({ seconds: 10 })
    .rotate()
    .resize(sidePx, sidePx, { fit: "cover" })
    .webp({ quality: 82 })
    .toBuffer()
    .catch((cause: unknown) => refuse(cause));
}

function refuse(cause: unknown): never {
  if (/pixel limit/i.test(String(cause))) throw problem("picture-too-large", { cause });
  throw problem("not-a-picture", { cause, reason: String(cause) });
}

/** The same for the same picture. */
export const versionOf = (image: Buffer) =>
  createHash("sha256").update(image).digest("hex").slice(0, 16);

/** Puts the picture in place of the one before. */
export async function putPicture(tx: Tx, person: string, image: Buffer, now: Date) {
  const picture = { image, version: versionOf(image), updated_at: now };
  await tx
    .insertInto("identity.pictures")
    .values({ person_id: person, ...picture })
    .onConflict((conflict) => conflict.column("person_id").doUpdateSet(picture))
    .execute();
}

/** @throws Problem `not-found` when there is none */
export async function getPicture(tx: Tx, person: string): Promise<Buffer> {
  const picture = await tx
    .selectFrom("identity.pictures")
    .select("image")
    .where("person_id", "=", person)
    .executeTakeFirst();
  if (!picture) throw common("not-found");
  return picture.image;
}

export async function deletePicture(tx: Tx, person: string): Promise<void> {
  await tx.deleteFrom("identity.pictures").where("person_id", "=", person).execute();
}
