import type { Keep } from "../declare.ts";

/**
 * Why something went, as the ledger writes it: stable, without personal data, and readable after the
 * declaration has changed. `until:expires_at`, `period:at:90`, `law:bookkeeping-primary:issued_at`,
 * `used:expires_at`, `with:kernel.memberships`, `while:account`, `while:agreement`.
 */
export function writeRule(keep: Keep): string {
  switch (keep.kind) {
    case "until":
      return `until:${keep.column}`;
    case "period":
      return `period:${keep.after}:${keep.days}`;
    case "law":
      return `law:${keep.law}:${keep.after}`;
    case "used":
      return `used:${keep.until}`;
    case "with":
      return `with:${keep.table}`;
    case "while":
      return `while:${keep.lives}`;
  }
}
