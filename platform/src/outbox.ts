import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { z } from "zod";
import { makeFolder } from "./folder.ts";

const message = z.object({
  id: z.string(),
  at: z.string(),
  channel: z.enum(["email", "sms"]),
  to: z.string(),
  subject: z.string().optional(),
  text: z.string(),
  headers: z.record(z.string(), z.string()).optional(),
});

/** A message the demo has "sent". */
export type OutboxMessage = z.output<typeof message>;

export type Outbox = {
  put(message: Omit<OutboxMessage, "id" | "at">): void;
  /** Newest first. */
  list(): OutboxMessage[];
};

const most = 200;

/**
 * Where the demo keeps what it would have sent: the last 200 messages, a file each, in the data
 * folder. Production has none.
 */
export function createOutbox(dataFolder: string): Outbox {
  const folder = join(dataFolder, "outbox");
  makeFolder(folder, 0o700);
  const files = () =>
    readdirSync(folder)
      .filter((file) => file.endsWith(".json"))
      .sort()
      .reverse();
  let last = 0;
  return {
    put(content) {
      // Two messages in one millisecond keep their order.
      last = Math.max(Date.now(), last + 1);
      const id = `${last}-${randomUUID().slice(0, 8)}`;
      const at = new Date(last).toISOString();
      const file = join(folder, `${id}.json`);
      writeFileSync(`${file}.part`, JSON.stringify({ ...content, id, at }), { mode: 0o600 });
      renameSync(`${file}.part`, file);
      for (const old of files().slice(most)) rmSync(join(folder, old), { force: true });
    },
    list: () =>
      files().map((file) => message.parse(JSON.parse(readFileSync(join(folder, file), "utf8")))),
  };
}
