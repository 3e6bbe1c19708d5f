import { languages } from "@terskel/platform/i18n";
import type { z } from "zod";
import type { mailing } from "./api/mailings.ts";
import { writeLetter } from "./letter.ts";
import type { Texts } from "./letter.ts";
import type { Kind, findMailing } from "./mailings.ts";

type Row = Awaited<ReturnType<typeof findMailing>>;
type Shown = z.input<typeof mailing>;

/** A mailing as its list shows it. */
export const shownMailing = (row: Row): Shown => ({
  id: row.id,
  texts: row.texts as Shown["texts"],
  state: row.state as Shown["state"],
  createdAt: row.created_at.toISOString(),
  ...(row.confirmed_at ? { confirmedAt: row.confirmed_at.toISOString() } : {}),
  sent: row.sent,
  failed: row.failed,
  unsure: row.state === "sent" ? Math.max(0, row.begun - row.sent - row.failed) : 0,
  unsubscribed: row.unsubscribed,
});

/** As a contact reads it who came by way of the customer; the link is nobody's. */
export const previewsOf = (texts: Texts, kind: Kind, operator: string, publicUrl: URL) =>
  Object.fromEntries(
    languages.flatMap((language) => {
      const written = texts[language];
      if (!written) return [];
      const to = {
        language,
        kind,
        source: "customer",
        operator,
        publicUrl,
        token: "xxxxxxxx",
      } as const;
      const { subject, text } = writeLetter(written, to);
      return [[language, { subject, text }]];
    }),
  );
