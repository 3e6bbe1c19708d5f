import assert from "node:assert/strict";
import { deflateSync, crc32 } from "node:zlib";
import { after, before, test } from "node:test";
import sharp from "sharp";
import * as api from "./api/me.ts";
import { startTestServer } from "./test-server.ts";
import type { TestServer } from "./test-server.ts";

let server: TestServer;
before(async () => {
  server = await startTestServer();
});
after(async () => await server.stop());

const solid = (width: number, height: number, background = "#4080c0") =>
  sharp({ create: { width, height, channels: 3, background } });
const put = async (bytes: Buffer, who = "kari") => {
  const browser = await server.signedIn(who);
  const answer = await browser.call(api.putPicture, { body: { image: bytes.toString("base64") } });
  return { browser, ...answer };
};

test("a picture is turned upright, cut to 512 pixels and loses where it was taken (C3)", async () => {
  const photo = await solid(1200, 800)
    .withExif({ IFD0: { Make: "Camera" }, IFD3: { GPSLatitude: "59/1 54/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  const { browser, status } = await put(photo);
  assert.equal(status, 204);
  const me = await browser.call(api.me);
  assert.equal(me.body.hasPicture, true);
  const version = me.body.pictureVersion ?? "";
  const answer = await fetch(`${server.origin}${api.getPicture.path}?v=${version}`, {
    headers: { cookie: `terskel_session=${browser.jar.get("terskel_session")}` },
  });
  assert.equal(answer.headers.get("content-type"), "image/webp");
  const kept = await sharp(Buffer.from(await answer.arrayBuffer())).metadata();
  assert.deepEqual([kept.format, kept.width, kept.height], ["webp", 512, 512]);
  assert.deepEqual([kept.exif, kept.orientation, kept.icc, kept.xmp], Array(4).fill(undefined));

  await browser.call(api.putPicture, {
    body: { image: (await solid(20, 20, "#c04080").png().toBuffer()).toString("base64") },
  });
  assert.notEqual((await browser.call(api.me)).body.pictureVersion, version);
  assert.equal((await browser.call(api.deletePicture)).status, 204);
  assert.equal((await browser.call(api.getPicture)).status, 404);
  assert.equal((await browser.call(api.me)).body.hasPicture, false);
});

test("401, 404: a picture is its person's own", async () => {
  await put(await solid(9, 9).webp().toBuffer());
  assert.equal((await server.browser().call(api.getPicture)).status, 401);
  assert.equal((await (await server.signedIn("ola")).call(api.getPicture)).status, 404);
});

test("422: what is no picture is refused, whatever it says it is", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>';
  const gif = await solid(9, 9).gif().toBuffer();
  const png = await solid(99, 99).png().toBuffer();
  const cut = png.subarray(0, png.length - 60);
  for (const bytes of [
    Buffer.from(svg),
    Buffer.from("%PDF-1.7"),
    gif,
    cut,
    Buffer.from("\xff\xd8\xff", "latin1"),
  ]) {
    const { status, problem } = await put(bytes);
    assert.deepEqual(
      [status, problem?.code],
      [422, "not-a-picture"],
      bytes.toString("latin1", 0, 20),
    );
  }
});

/** A small PNG file that says it has so many pixels. */
function bomb(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * Math.min(height, 2000)));
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    chunk("IDAT", pixels),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

test("413: a decompression bomb and a file over 5 MB are refused before they are unpacked", async () => {
  const memory = process.memoryUsage().rss;
  for (const bytes of [
    bomb(50_000, 50_000),
    bomb(6400, 6400),
    Buffer.alloc(5 * 1024 * 1024 + 1, 0xff),
  ]) {
    const { status, problem } = await put(bytes);
    assert.deepEqual([status, problem?.code], [413, "picture-too-large"]);
  }
  assert.ok(process.memoryUsage().rss - memory < 300 * 1024 * 1024);
});
