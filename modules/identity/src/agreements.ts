type OfAgreement = { readonly agreement_ends_at: Date | null };

const hasEnded = ({ agreement_ends_at: ends }: OfAgreement, now: Date) =>
  ends !== null && ends <= now;

/** What belongs to organisations whose agreement runs, and what to those whose agreement has ended. */
export function byAgreement<Row extends OfAgreement>(rows: readonly Row[], now: Date) {
  return {
    running: rows.filter((row) => !hasEnded(row, now)),
    ended: rows.filter((row) => hasEnded(row, now)),
  };
}
