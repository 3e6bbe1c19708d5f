import type { PrivacyPorts } from "./ports.ts";
import { problem } from "./problems.ts";

/** So recent a sign-in has to be, in minutes, before a copy of everything is handed out (A14). */
const freshMinutes = 15;

type Signed = { readonly startedAt: Date; readonly provenAt?: Date | undefined };

/** Signed in just now, or proved anew. */
export const isFresh = ({ now }: Pick<PrivacyPorts, "now">, { startedAt, provenAt }: Signed) =>
  now().getTime() - Math.max(startedAt.getTime(), provenAt?.getTime() ?? 0) <=
  freshMinutes * 60_000;

/** @throws Problem `sign-in-again` */
export function requireFresh(ports: Pick<PrivacyPorts, "now">, session: Signed): void {
  if (!isFresh(ports, session)) throw problem("sign-in-again");
}
