import { sign } from "node:crypto";
import { requestHandover } from "@terskel/kernel/api/handover";
import { makeRequest } from "@terskel/kernel/api/requests";
import { keysFrom } from "@terskel/platform/keys";
import canonicalize from "canonicalize";
import { pathOf } from "./client.ts";
import type { Client } from "./client.ts";
import { demoSecret } from "./demo-copy.ts";

export type HandoverFile = {
  readonly $schema: string;
  readonly installation: string;
  readonly holder: { readonly name: string; readonly email?: string };
  readonly data: {
    readonly tables: readonly {
      readonly table: string;
      readonly rows: readonly Record<string, unknown>[];
    }[];
  };
  readonly [field: string]: unknown;
};

/** One's account, asked for and signed for another installation. */
export async function handoverOf(client: Client): Promise<HandoverFile> {
  const { id } = await client.call(makeRequest, { body: { wish: { kind: "portability" } } });
  const answer = await client.fetch(pathOf(requestHandover, { params: { request: id } }));
  if (answer.status !== 200) throw new Error(await answer.text());
  return (await answer.json()) as HandoverFile;
}

/** An installation on this port that takes its own files, so that one is enough to look at the pages. */
export function trustingItself(port: number) {
  const { x } = keysFrom(demoSecret())
    .ed25519("kernel.handover")
    .publicKey.export({ format: "jwk" });
  return {
    PORT: String(port),
    TERSKEL_TRUSTED_INSTALLATIONS: `http://localhost:${port}=${x}`,
  };
}

/** The file as it is sent to the other installation. */
export const sent = (file: unknown) =>
  Buffer.from(typeof file === "string" ? file : JSON.stringify(file), "utf8").toString("base64");

/** The file with something else in it, signed by the installation of this secret. */
export function signedAnew(secret: string, file: HandoverFile, change: object): HandoverFile {
  const { signature: _, ...unsigned } = { ...file, ...change } as Record<string, unknown>;
  const { privateKey } = keysFrom(Buffer.from(secret, "base64")).ed25519("kernel.handover");
  const bytes = Buffer.from(canonicalize(unsigned) ?? "", "utf8");
  const signature = sign(null, bytes, privateKey).toString("base64url");
  return { ...unsigned, signature } as unknown as HandoverFile;
}
