import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Problem } from "../problems.ts";
import type { Contract } from "./contract.ts";
import { admit } from "./guard.ts";
import { house, sessions, startTestHttp } from "./test-routes.ts";

type Http = Awaited<ReturnType<typeof startTestHttp>>;

const post = async ({ app }: Http, headers: Record<string, string>) => {
  const { statusCode } = await app.inject({
    method: "POST",
    url: "/api/v1/echo",
    headers: { "content-type": "application/json", ...headers },
    payload: { name: "Kari" },
  });
  return statusCode;
};

describe("a change that another site made the browser ask for is stopped", () => {
  let http: Http;
  before(async () => {
    http = await startTestHttp({ publicUrl: "http://terskel.test" });
  });
  after(async () => await http.app.close());

  const own = "http://terskel.test";
  const cases: readonly [number, Record<string, string>][] = [
    // No browser: neither header, and no cookie by itself.
    [201, {}],
    [201, { origin: own }],
    [201, { origin: own, "sec-fetch-site": "same-origin" }],
    [201, { "sec-fetch-site": "same-origin" }],
    [201, { "sec-fetch-site": "none" }],
    // A form of our own whose page hides where it is: the browser still says same-origin.
    [201, { origin: "null", "sec-fetch-site": "same-origin" }],
    // Reached by another name of the machine: the host that was asked is the origin.
    [201, { origin: "http://127.0.0.1:8080", host: "127.0.0.1:8080" }],
    [403, { origin: "https://evil.test" }],
    [403, { origin: "null" }],
    [403, { origin: "null", "sec-fetch-site": "cross-site" }],
    [403, { origin: "" }],
    [403, { origin: "https://terskel.test" }],
    [403, { origin: "http://terskel.test:8081" }],
    [403, { origin: "http://sub.terskel.test" }],
    [403, { origin: "http://terskel.test.evil.test" }],
    [403, { origin: "http://terskel.test@evil.test" }],
    [403, { origin: own, "sec-fetch-site": "cross-site" }],
    [403, { origin: own, "sec-fetch-site": "same-site" }],
    [403, { "sec-fetch-site": "cross-site" }],
    [403, { "sec-fetch-site": "same-site" }],
    [403, { origin: "https://evil.test", "sec-fetch-site": "nonsense" }],
    // Without a proxy that is believed, nobody may say which host was asked.
    [403, { origin: "http://evil.test", "x-forwarded-host": "evil.test" }],
  ];
  for (const [status, headers] of cases) {
    test(`${JSON.stringify(headers)} → ${status}`, async () => {
      assert.equal(await post(http, headers), status);
    });
  }

  test("reading is let through; a path that does not exist is stopped as well", async () => {
    const headers = { origin: "https://evil.test", "sec-fetch-site": "cross-site" };
    const reading = await http.app.inject({ url: "/api/v1/operator", headers });
    assert.equal(reading.statusCode, 401);
    const nowhere = await http.app.inject({ method: "POST", url: "/nowhere", headers });
    assert.equal(nowhere.statusCode, 403);
  });
});

describe("behind a proxy that ends TLS", () => {
  test("the public origin is our own, the one inside is not the outside's", async () => {
    for (const proxies of [0, 1]) {
      const http = await startTestHttp({ publicUrl: "https://doors.example.org", proxies });
      const forwarded = {
        host: "10.0.0.7:8080",
        "x-forwarded-host": "doors.example.org",
        "x-forwarded-proto": "https",
      };
      assert.equal(await post(http, { ...forwarded, origin: "https://doors.example.org" }), 201);
      assert.equal(await post(http, { ...forwarded, origin: "http://doors.example.org" }), 403);
      assert.equal(await post(http, { ...forwarded, origin: "https://evil.test" }), 403);
      await http.app.close();
    }
  });
});

describe("who may run an organisation's privacy desk", () => {
  const contract: Contract = {
    id: "trial.desk",
    method: "GET",
    path: "/api/v1/organisations/:organisation/desk",
    activity: "trial.try",
    who: "privacy-officer",
    summary: "What has been asked for.",
  };
  const refusal = (as: string, organisation = house) => {
    try {
      admit(contract, sessions[as], organisation);
      return undefined;
    } catch (error) {
      return error instanceof Problem ? error.code : error;
    }
  };

  test("its privacy officers and administrators, and no other member, stranger or operator", () => {
    assert.equal(refusal("officer"), undefined);
    assert.equal(refusal("admin"), undefined);
    assert.equal(refusal("kari"), "not-allowed");
    assert.equal(refusal("stranger"), "not-found");
    assert.equal(refusal("staff"), "not-found");
    assert.equal(refusal("officer", "0190b6a0-0000-7000-8000-0000000000ff"), "not-found");
    assert.equal(refusal("nobody"), "not-signed-in");
  });
});
