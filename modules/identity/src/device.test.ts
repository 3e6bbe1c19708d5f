import assert from "node:assert/strict";
import { test } from "node:test";
import { plainIp } from "./caller.ts";
import { deviceOf } from "./device.ts";

const known: Record<string, readonly [browser: string, system: string]> = {
  "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0": ["Firefox", "Linux"],
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0":
    ["Edge", "Windows"],
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1":
    ["Safari", "iPhone"],
  "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0.0.0 Mobile/15E148 Safari/604.1":
    ["Chrome", "iPhone"],
  "Mozilla/5.0 (Linux; Android 15; SM-S921B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36":
    ["Samsung Internet", "Android"],
  "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15":
    ["Safari", "Mac"],
};

for (const [userAgent, [browser, system]] of Object.entries(known)) {
  test(`${browser} on ${system} is known by its user agent`, () =>
    assert.deepEqual(deviceOf(userAgent), { browser, system }));
}

test("a user agent nobody knows leaves nothing of itself", () => {
  const unknown = { browser: null, system: null };
  assert.deepEqual(deviceOf("kari-nordlies-own-client/1.0"), unknown);
  assert.deepEqual(deviceOf(undefined), unknown);
});

test("IPv4 in IPv6's clothes is IPv4, and what is no address is nobody's", () => {
  assert.equal(plainIp("::ffff:192.0.2.1"), "192.0.2.1");
  assert.equal(plainIp("2001:db8::1"), "2001:db8::1");
  assert.equal(plainIp("fe80::1%eth0"), "fe80::1");
  assert.equal(plainIp("unknown"), "0.0.0.0");
});
