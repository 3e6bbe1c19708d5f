import * as kernel from "@terskel/kernel/api/columns";
import { receiverShape } from "@terskel/kernel/api/receivers";
import { oneLine } from "@terskel/platform/one-line";
import { route } from "@terskel/platform/contract";
import { z } from "zod";
import * as access from "./columns.ts";
import { atUntil, endsAfterFrom, logFilter } from "./passages.ts";
import { inOrganisation, instant } from "./words.ts";

const base = "/api/v1/organisations/:organisation/passages" as const;

/** The longest period of a file, in days, and the most passages in it. */
export const exportDays = 366;
export const exportRows = 100_000;

export const countPassages = route({
  id: "access.countPassages",
  method: "GET",
  path: `${base}/count`,
  activity: "access.read-door-log",
  who: "member",
  summary:
    "How many passages a search of the log finds, of the doors the caller administers. Not counted beyond 100 001, one more than a file holds.",
  params: inOrganisation,
  query: z.strictObject(logFilter).refine(endsAfterFrom, atUntil),
  response: z.object({ passages: access.passages("id", z.number().int()) }),
});

export const exportPassages = route({
  id: "access.exportPassages",
  method: "POST",
  path: `${base}/export`,
  activity: "access.hand-on-log",
  who: "member",
  summary:
    "What a search of the log finds, as CSV (semicolons, UTF-8 with a byte order mark, times at the door), to be handed on to somebody, who is named. Each person in it is told so. At most 366 days and 100 000 passages.",
  params: inOrganisation,
  body: z
    .strictObject({
      ...logFilter,
      from: instant,
      until: instant,
      /** Who gets the file: "The board", "The police, case 1234". */
      recipient: oneLine(120),
      ...receiverShape,
    })
    .refine(endsAfterFrom, atUntil),
  file: {
    media: ["text/csv"],
    shows: z.object({
      passages: access.passages(
        [
          "at",
          "received_at",
          "credential",
          "outcome",
          "reason",
          "lost_since",
          "lost_opened",
          "lost_refused",
        ],
        z.unknown(),
      ),
      door: access.doors("name", z.unknown()),
      site: kernel.sites(["name", "time_zone"], z.unknown()),
      person: kernel.memberships("name", z.unknown()),
    }),
  },
});
