import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, readConfig } from "./config.ts";

const refused = (env: Record<string, string>, message: RegExp) =>
  assert.throws(
    () => readConfig(env, "/srv"),
    (error: unknown) => error instanceof ConfigError && message.test(error.message),
  );

test("without settings the demo runs on port 8080 with its data beside it", () => {
  const config = readConfig({ PATH: "/bin" }, "/srv");
  assert.equal(config.publicUrl.href, "http://localhost:8080/");
  assert.equal(config.dataFolder, "/srv/.terskel");
  assert.equal(config.tombstonesFolder, "/srv/.terskel/tombstones");
  assert.equal(config.mqttPort, 9080);
  assert.equal(config.production, false);
});

test("a wrong value is refused by the setting's name", () => {
  refused({ PORT: "eighty" }, /^PORT is wrong: must be a port from 1 to 65535/);
  refused({ PORT: "70000" }, /^PORT /);
  refused({ DATABASE_URL: "mysql://x" }, /^DATABASE_URL .*postgres/);
  refused({ MQTT_URL: "localhost:1883" }, /^MQTT_URL /);
  refused({ PUBLIC_URL: "example.org" }, /^PUBLIC_URL /);
  refused({ PUBLIC_URL: "https://example.org/doors" }, /^PUBLIC_URL .*origin only/);
  refused({ PUBLIC_URL: "https://kari:secret@example.org" }, /^PUBLIC_URL .*origin only/);
  refused({ TERSKEL_SECRET: "c2hvcnQ=" }, /^TERSKEL_SECRET /);
  refused({ TERSKEL_BACKUP_RECIPIENT: "AGE-SECRET-KEY-1" }, /^TERSKEL_BACKUP_RECIPIENT .*age1/);
  refused({ TERSKEL_BACKUP_DAYS: "0" }, /^TERSKEL_BACKUP_DAYS /);
  refused({ TERSKEL_MODE: "test" }, /^TERSKEL_MODE /);
});

test("a misspelt setting is refused by name, not ignored", () => {
  refused({ OIDC_ISSUR: "https://eid.example" }, /^OIDC_ISSUR /);
  refused({ TERSKEL_DTA: "/x" }, /^TERSKEL_DTA /);
  refused({ TRUSTED_PROXIE: "1" }, /^TRUSTED_PROXIE /);
  refused({ LOG_LEVL: "debug" }, /^LOG_LEVL /);
});

test("an empty value counts as not set", () => {
  assert.equal(readConfig({ PORT: "" }, "/srv").PORT, 8080);
});

test("production says what it misses", () => {
  const PUBLIC_URL = "https://doors.example";
  // Without it links in e-mails and passkeys would be for localhost.
  refused({ NODE_ENV: "production" }, /^PUBLIC_URL /);
  refused({ NODE_ENV: "production", PUBLIC_URL }, /^OIDC_ISSUER /);
  refused(
    {
      TERSKEL_MODE: "production",
      PUBLIC_URL,
      OIDC_ISSUER: "https://eid.example",
      OIDC_CLIENT_ID: "t",
    },
    /^SMTP_URL /,
  );
});

test("in production an eID without https is refused by name; on this machine it is nobody else's to read", () => {
  const settings = {
    TERSKEL_MODE: "production",
    PUBLIC_URL: "https://doors.example",
    OIDC_CLIENT_ID: "t",
    SMTP_URL: "smtp://mail.example",
  };
  refused({ ...settings, OIDC_ISSUER: "http://eid.example" }, /^OIDC_ISSUER .*https:/);
  for (const OIDC_ISSUER of ["https://eid.example", "http://localhost:8443/eid"]) {
    assert.equal(readConfig({ ...settings, OIDC_ISSUER }, "/srv").OIDC_ISSUER, OIDC_ISSUER);
  }
  assert.ok(readConfig({ OIDC_ISSUER: "http://eid.example" }, "/srv"));
});

test("an installation that is trusted is an origin with an Ed25519 public key, several by spaces", () => {
  const key = "ETgCkdFBv9eOonQrdb60RcZhWyJBo1nZVcFHXhpgYRo";
  const TERSKEL_TRUSTED_INSTALLATIONS = `https://a.example=${key}  http://localhost:8090=${key}`;
  assert.deepEqual(
    readConfig({ TERSKEL_TRUSTED_INSTALLATIONS }, "/srv").TERSKEL_TRUSTED_INSTALLATIONS,
    [
      { installation: "https://a.example", key },
      { installation: "http://localhost:8090", key },
    ],
  );
  assert.deepEqual(readConfig({}, "/srv").TERSKEL_TRUSTED_INSTALLATIONS, []);
  for (const wrong of [
    "https://a.example",
    `https://a.example/path=${key}`,
    `https://kari:secret@a.example=${key}`,
    `https://A.example=${key}`,
    `a.example=${key}`,
    `https://a.example=${key}A`,
    // The last character's unused bits are not zero: another writing of the same bytes.
    `https://a.example=${key.slice(0, 42)}p`,
    `https://a.example=${key},https://b.example=${key}`,
  ]) {
    refused(
      { TERSKEL_TRUSTED_INSTALLATIONS: wrong },
      /^TERSKEL_TRUSTED_INSTALLATIONS is wrong: must be origins/,
    );
  }
  refused(
    {
      TERSKEL_MODE: "production",
      PUBLIC_URL: "https://doors.example",
      OIDC_ISSUER: "https://eid.example",
      OIDC_CLIENT_ID: "t",
      SMTP_URL: "smtp://mail.example",
      TERSKEL_TRUSTED_INSTALLATIONS: `http://a.example=${key}`,
    },
    /^TERSKEL_TRUSTED_INSTALLATIONS .*https:/,
  );
});

test("the broker listens where the web server does, unless it is told otherwise", () => {
  const own = readConfig({ HOST: "0.0.0.0", MQTT_HOST: "10.0.0.5" }, "/srv");
  assert.deepEqual([own.HOST, own.mqttHost], ["0.0.0.0", "10.0.0.5"]);
  assert.equal(readConfig({ HOST: "0.0.0.0" }, "/srv").mqttHost, "0.0.0.0");
});

test("the broker cannot share the web server's port", () => {
  refused({ PORT: "8080", MQTT_PORT: "8080" }, /^MQTT_PORT /);
  refused({ PORT: "65000" }, /^MQTT_PORT /);
});
