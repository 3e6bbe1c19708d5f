import { join, resolve } from "node:path";
import { z } from "zod";
import { isLoopback } from "./loopback.ts";
import { trustedInstallations } from "./trusted-installations.ts";

const error = "must be a port from 1 to 65535";
const port = z.coerce.number({ error }).int({ error }).min(1, { error }).max(65_535, { error });
const url = (...protocols: string[]) =>
  z.string().refine(
    (value) => {
      const parsed = URL.parse(value);
      return parsed !== null && protocols.includes(parsed.protocol);
    },
    { error: `must be an address that begins with ${protocols.map((p) => `${p}//`).join(" or ")}` },
  );

/**
 * Every setting there is. Each is an environment variable of this name; what is not set has the
 * default given here. Units: ports are TCP ports; addresses are absolute URLs.
 */
const settings = z.object({
  /** `demo`: invented data, a test eID, an outbox in place of mail. `production`: none of these. */
  TERSKEL_MODE: z.enum(["demo", "production"]).default("demo"),
  /** Folder for everything that is kept here: database, keys, the demo's outbox. */
  TERSKEL_DATA: z.string().min(1).default(".terskel"),
  /** Folder of the tombstones; keep it apart from the database. Default: TERSKEL_DATA/tombstones. */
  TERSKEL_TOMBSTONES: z.string().min(1).optional(),
  /** Folder of the audit trail's checkpoints; keep it apart from the database. Default: TERSKEL_DATA/audit. */
  TERSKEL_AUDIT: z.string().min(1).optional(),
  /** Public key (age1…) that `npm run backup` encrypts to; its secret key is needed to restore only. */
  TERSKEL_BACKUP_RECIPIENT: z.string().startsWith("age1").optional(),
  /** For how many days a backup is kept and may be restored. Tombstones go after that too. */
  TERSKEL_BACKUP_DAYS: z.coerce.number().int().min(1).max(36_500).default(365),
  /**
   * Other installations from which people may bring their data: `https://other.example=KEY`, several
   * separated by spaces. KEY is the 43 characters that the other publishes as `x` at
   * /api/v1/privacy/installation. Default: none.
   */
  TERSKEL_TRUSTED_INSTALLATIONS: trustedInstallations.default([]),
  /** The country in which data is stored, of the EEA (ISO 3166-1): a supplier that stores elsewhere is refused. */
  TERSKEL_STORAGE_COUNTRY: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default("NO"),
  /** Within so many hours of becoming aware of a breach the authority is told (GDPR Art. 33(1): 72). */
  TERSKEL_BREACH_HOURS: z.coerce.number().int().min(1).max(720).default(72),
  /** Address that the web server listens on. */
  HOST: z.string().min(1).default("127.0.0.1"),
  /** Port of the web server. */
  PORT: port.default(8080),
  /** Where people reach the portal, without a path. Default: http://localhost:PORT. */
  PUBLIC_URL: url("http:", "https:")
    .refine((value) => URL.parse(value)?.href === `${URL.parse(value)?.origin}/`, {
      error: "must be an origin only, such as https://doors.example.org",
    })
    .optional(),
  /** How many proxies in front may be believed about the caller's IP address (X-Forwarded-For). */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** 32 random bytes or more, base64. From it every key is derived. Default: made in TERSKEL_DATA. */
  TERSKEL_SECRET: z
    .string()
    .refine((value) => Buffer.from(value, "base64").length >= 32, {
      error: "must be at least 32 random bytes as base64 (openssl rand -base64 32)",
    })
    .optional(),
  /** A PostgreSQL 18 whose user may create schemas and roles. Default: the embedded one. */
  DATABASE_URL: url("postgres:", "postgresql:").optional(),
  /** An MQTT 3.1.1 broker. Default: the one in the server. Credentials stand in the address. */
  MQTT_URL: url("mqtt:", "mqtts:").optional(),
  /** Address that the broker in the server listens on. Default: HOST. */
  MQTT_HOST: z.string().min(1).optional(),
  /** Port of the broker in the server. Default: PORT + 1000. */
  MQTT_PORT: port.optional(),
  /** Where controllers reach the broker, if not at the broker's own address. */
  MQTT_PUBLIC_URL: url("mqtt:", "mqtts:").optional(),
  /** The eID: an OpenID Connect issuer, in production by https. Default in the demo: the test eID. */
  OIDC_ISSUER: url("http:", "https:").optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  /** Scopes asked for, and the claims that hold name, date of birth and unique identifier. */
  OIDC_SCOPE: z.string().default("openid profile"),
  OIDC_CLAIM_NAME: z.string().default("name"),
  OIDC_CLAIM_BIRTHDATE: z.string().default("birthdate"),
  OIDC_CLAIM_IDENTIFIER: z.string().default("sub"),
  /** What the sign-in button calls the eID. */
  OIDC_NAME: z.string().default("eID"),
  /** SMTP server, credentials in the address. Default in the demo: the outbox. */
  SMTP_URL: url("smtp:", "smtps:").optional(),
  SMTP_FROM: z.string().default("Terskel <no-reply@localhost>"),
  /** Address to which mail servers report what did not arrive; where it hands them in at PUBLIC_URL/bounces, with the token. */
  SMTP_BOUNCES_TO: z.email().optional(),
  /** What the mail server shows there as `Authorization: Bearer TOKEN`; 20 characters or more. */
  SMTP_BOUNCES_TOKEN: z
    .string()
    .regex(/^[\w-]{20,200}$/, { error: "must be 20 to 200 letters, digits, - and _" })
    .optional(),
  /** SMS gateway that takes POST {to, text} as JSON, credentials in the address. */
  SMS_URL: url("http:", "https:").optional(),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug"]).default("info"),
});

export type Settings = z.output<typeof settings>;
export type Config = Settings & {
  readonly publicUrl: URL;
  readonly dataFolder: string;
  readonly tombstonesFolder: string;
  readonly auditFolder: string;
  readonly mqttHost: string;
  readonly mqttPort: number;
  readonly production: boolean;
};

/** A setting that cannot be used; the message names it and says what to do. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

const readableOnTheWay = ({ protocol, hostname }: URL) =>
  protocol !== "https:" && !isLoopback(hostname);

const ownPrefix = /^((TERSKEL|OIDC|SMTP|SMS|MQTT|DATABASE|PUBLIC|TRUSTED)_|LOG_LEV)/;

/**
 * Reads the settings from the environment.
 * @throws ConfigError for a wrong value, or a name that looks like a setting but is none.
 */
export function readConfig(env: Record<string, string | undefined>, folder: string): Config {
  const known = new Set(Object.keys(settings.shape));
  const unknown = Object.keys(env).find((name) => ownPrefix.test(name) && !known.has(name));
  if (unknown) throw new ConfigError(`${unknown} is not a setting. See platform/src/config.ts.`);
  const set = Object.fromEntries(Object.entries(env).filter(([n, v]) => known.has(n) && v !== ""));
  const withMode = env.NODE_ENV === "production" ? { TERSKEL_MODE: "production", ...set } : set;
  const parsed = settings.safeParse(withMode);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new ConfigError(`${issue?.path.join(".")} is wrong: ${issue?.message}.`);
  }
  const config = parsed.data;
  const production = config.TERSKEL_MODE === "production";
  for (const name of production
    ? (["PUBLIC_URL", "OIDC_ISSUER", "OIDC_CLIENT_ID", "SMTP_URL"] as const)
    : []) {
    if (!config[name]) throw new ConfigError(`${name} is missing; production needs it.`);
  }
  if (production && config.OIDC_ISSUER && readableOnTheWay(new URL(config.OIDC_ISSUER))) {
    throw new ConfigError("OIDC_ISSUER is wrong: production needs an address with https://.");
  }
  const readable = config.TERSKEL_TRUSTED_INSTALLATIONS.find(({ installation }) =>
    readableOnTheWay(new URL(installation)),
  );
  if (production && readable) {
    throw new ConfigError(
      `TERSKEL_TRUSTED_INSTALLATIONS is wrong: production needs addresses with https://, not ${readable.installation}.`,
    );
  }
  const mqttPort = config.MQTT_PORT ?? config.PORT + 1000;
  if (mqttPort > 65_535) throw new ConfigError("MQTT_PORT is missing: PORT + 1000 is no port.");
  if (mqttPort === config.PORT) throw new ConfigError("MQTT_PORT is the same as PORT.");
  const dataFolder = resolve(folder, config.TERSKEL_DATA);
  return {
    ...config,
    production,
    mqttHost: config.MQTT_HOST ?? config.HOST,
    mqttPort,
    publicUrl: new URL(config.PUBLIC_URL ?? `http://localhost:${config.PORT}`),
    dataFolder,
    tombstonesFolder: resolve(folder, config.TERSKEL_TOMBSTONES ?? join(dataFolder, "tombstones")),
    auditFolder: resolve(folder, config.TERSKEL_AUDIT ?? join(dataFolder, "audit")),
  };
}
