import { z } from "zod";
import { portabilitySchema } from "../export/portability-file.ts";
import { handoverFile, handoverVersion, mostBytes } from "./handover-file.ts";
import type { Handover } from "./handover-file.ts";
import { problem } from "./problems.ts";
import { shapeOf } from "./shape.ts";
import { isSignedBy, keyIdOf } from "./signature.ts";

/** An installation whose files are taken, and its public key. One that changes its key stands twice. */
export type TrustedInstallation = { readonly installation: string; readonly key: string };

/** So far the clocks of two installations may differ, in milliseconds. */
const clocksApartMs = 5 * 60_000;

/** All that is looked at before the signature is known to fit: whatever else stands there is a stranger's. */
const head = z.looseObject({
  format: z.string(),
  version: z.number(),
  installation: z.string(),
  keyId: z.string(),
  signature: z.string(),
});

/**
 * Opens another installation's file. Cheap refusals come first; the content is parsed only when an
 * installation that the operator named has signed it. Nothing is fetched: whose key counts is said by
 * the settings, never by the file.
 * @throws Problem `handover-…`
 */
export function openHandover(
  bytes: Uint8Array,
  trusted: readonly TrustedInstallation[],
  now: Date,
): Handover {
  if (bytes.length > mostBytes) throw problem("handover-too-large");
  const shape = shapeOf(bytes);
  if (shape === "too many values") throw problem("handover-too-large");
  if (shape === "too deep") throw problem("handover-not-one", { reason: shape });
  const value = readJson(bytes);
  const said = z.looseObject({ format: z.unknown(), version: z.unknown() }).safeParse(value);
  const format = said.data?.format;
  if (format === "terskel-portability" || format === "terskel-access") {
    throw problem("handover-unsigned");
  }
  if (format !== "terskel-handover") throw problem("handover-not-one");
  if (isNewer(said.data?.version, handoverVersion)) throw problem("handover-newer");
  const file = head.safeParse(value);
  if (!file.success) throw problem("handover-not-one", { reason: z.prettifyError(file.error) });
  requireSignature(file.data, trusted);
  const opened = parse(file.data);
  requireInTime(opened, now);
  return opened;
}

function readJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
  } catch (cause) {
    // The parser's own message would hold what it read.
    throw problem("handover-unreadable", { reason: (cause as Error).name });
  }
}

const isNewer = (version: unknown, known: number) => typeof version === "number" && version > known;

function requireSignature(
  file: z.output<typeof head>,
  trusted: readonly TrustedInstallation[],
): void {
  const known = trusted.filter(({ installation }) => installation === file.installation);
  if (known.length === 0) throw problem("handover-not-trusted");
  const key = known.find((each) => keyIdOf(each.key) === file.keyId);
  if (!key) throw problem("handover-unknown-key");
  let fits = false;
  try {
    fits = isSignedBy(key.key, file);
  } catch (cause) {
    // What has no canonical form, such as half a surrogate pair, nobody has signed (RFC 8785 § 3.1).
    throw problem("handover-wrong-signature", { reason: (cause as Error).name });
  }
  if (!fits) throw problem("handover-wrong-signature");
}

function parse(file: z.output<typeof head>): Handover {
  const data = z.looseObject({ version: z.unknown() }).safeParse(file["data"]);
  // `portability-2` and later inside a hand-over of a version that is known.
  if (isNewer(data.data?.version, Number(portabilitySchema.split("-")[1]))) {
    throw problem("handover-newer");
  }
  const parsed = handoverFile.safeParse(file);
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues
    .slice(0, 20)
    .map(({ path, code }) => ({ path: ["file", ...path.map(String)].join("."), code }));
  throw problem("handover-not-one", { errors });
}

function requireInTime({ issuedAt, expiresAt }: Handover, now: Date): void {
  if (now.getTime() >= Date.parse(expiresAt)) throw problem("handover-expired");
  if (now.getTime() + clocksApartMs < Date.parse(issuedAt)) throw problem("handover-not-yet");
}
