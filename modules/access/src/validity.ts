import { problem } from "./problems.ts";

/** From when until when something holds, ISO 8601 with offset; absent: always, for ever. */
export type Validity = {
  readonly validFrom?: string | undefined;
  readonly validUntil?: string | undefined;
};

/** @throws Problem `end-in-the-past` for an end that is past, or not after the start */
export function refuseEnded({ validFrom, validUntil }: Validity, now: Date): void {
  if (validUntil === undefined) return;
  const end = Date.parse(validUntil);
  const start = validFrom === undefined ? now.getTime() : Date.parse(validFrom);
  if (end > now.getTime() && end > start) return;
  throw problem("end-in-the-past", { errors: [{ path: "body.validUntil", code: "too_small" }] });
}

/** Validity as a row has it. */
export function validityColumns({ validFrom, validUntil }: Validity) {
  return {
    valid_from: validFrom === undefined ? null : new Date(validFrom),
    valid_until: validUntil === undefined ? null : new Date(validUntil),
  };
}

/** A row's validity, as the API shows it. */
export function validityOf(row: { valid_from: Date | null; valid_until: Date | null }): Validity {
  return {
    ...(row.valid_from ? { validFrom: row.valid_from.toISOString() } : {}),
    ...(row.valid_until ? { validUntil: row.valid_until.toISOString() } : {}),
  };
}
