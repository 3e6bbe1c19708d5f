import assert from "node:assert/strict";
import type { TestServer } from "./test-server.ts";

/** Runs the queue, and gives the newest letter to the address, with its link's token. */
export async function letterTo(server: TestServer, email: string) {
  await server.runJobs();
  const letter = server.outbox.list().find((message) => message.to === email);
  assert.ok(letter, `no letter to ${email}`);
  const link = /http\S+/.exec(letter.text)?.[0] ?? "";
  const token = new URLSearchParams(new URL(link).hash.slice(1)).get("token") ?? "";
  return { subject: letter.subject ?? "", text: letter.text, link, token };
}
