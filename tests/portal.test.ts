import assert from "node:assert/strict";
import { once } from "node:events";
import { request } from "node:http";
import type { IncomingMessage } from "node:http";
import { after, before, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { startServerHere } from "./support/server-alone.ts";
import type { ServerAlone } from "./support/server-alone.ts";

describe("the portal's files", () => {
  let product: ServerAlone;
  before(async () => {
    product = await startServerHere();
  });
  after(async () => {
    await product.stop();
  });

  async function get(path: string, encodings?: string) {
    const asked = request(new URL(path, product.url), {
      headers: encodings === undefined ? {} : { "accept-encoding": encodings },
    }).end();
    const [answer] = (await once(asked, "response")) as [IncomingMessage];
    return { headers: answer.headers, bytes: Buffer.concat(await answer.toArray()) };
  }
  const filesOf = (page: string) =>
    [...page.matchAll(/(?:src|href)="(\/[^"]+\.(?:js|css|svg|webmanifest))"/g)].map(
      ([, path = ""]) => path,
    );

  test("are sent compressed to whoever can read that, and are the same", async () => {
    const page = (await get("/")).bytes.toString();
    const paths = ["/", "/profile", ...filesOf(page)];
    assert.ok(paths.length >= 6);
    for (const path of paths) {
      const plain = await get(path);
      assert.equal(plain.headers["content-encoding"], undefined);
      for (const [accepted, encoding, decode] of [
        ["gzip, deflate, br, zstd", "br", brotliDecompressSync],
        ["gzip, deflate", "gzip", gunzipSync],
      ] as const) {
        const packed = await get(path, accepted);
        assert.equal(packed.headers["content-encoding"], encoding, path);
        assert.ok(decode(packed.bytes).equals(plain.bytes), path);
        for (const name of ["content-type", "cache-control"])
          assert.equal(packed.headers[name], plain.headers[name], `${name} of ${path}`);
        // A cache between must not give the one to who asked for the other.
        assert.match(packed.headers.vary ?? "", /accept-encoding/i);
        assert.notEqual(packed.headers.etag, plain.headers.etag);
      }
      assert.match(plain.headers.vary ?? "", /accept-encoding/i);
    }
  });

  test("answers of the API are not compressed: their length must not tell a secret (BREACH)", async () => {
    for (const path of ["/api/v1/sign-in", "/api/openapi.json", "/healthz"]) {
      const { headers } = await get(path, "gzip, deflate, br");
      assert.equal(headers["content-encoding"], undefined, path);
    }
  });
});
