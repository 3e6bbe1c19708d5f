import { eidSettings } from "@terskel/identity";
import { cookieNames } from "@terskel/kernel";
import { ConfigError } from "@terskel/platform/config";
import type { Config } from "@terskel/platform/config";
import { createPool, ensureAppLogin } from "@terskel/platform/db";
import { createHttp } from "@terskel/platform/http";
import { startJobs } from "@terskel/platform/jobs";
import { keysFrom, loadSecret } from "@terskel/platform/keys";
import type { Log } from "@terskel/platform/log";
import { createOutbox } from "@terskel/platform/outbox";
import { brokerAddress, whyOutOfReach } from "./broker-address.ts";
import { startBroker } from "./broker.ts";
import { compose } from "./compose.ts";
import { prepareDatabase } from "./database.ts";
import { testPersons } from "./demo/persons.ts";
import { seedDemo } from "./demo/seed.ts";
import { diskJob } from "./disk.ts";
import { mountDocs } from "./docs/docs.ts";
import { createEvidence } from "./evidence/evidence.ts";
import { mountHealth } from "./health.ts";
import { mountNotices } from "./notices.ts";
import { chooseRegion } from "./region.ts";
import { mountBounces } from "./bounces.ts";
import { mountOneClick } from "./one-click.ts";
import { mountPortal } from "./portal.ts";
import { mountTestEid } from "./test-eid.ts";
import { openCheckpoints } from "./checkpoints.ts";
import { openTombstones, tendTombstones } from "./tombstones.ts";

export type Server = {
  readonly parts: ReturnType<typeof compose>;
  stop(): Promise<void>;
};

/** Starts the server on its settings. What was started is stopped again when something fails. */
export async function startServer(config: Config, log: Log): Promise<Server> {
  if (!config.DATABASE_URL)
    throw new ConfigError("DATABASE_URL is missing. `npm start` brings an embedded database.");
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const each of stops.splice(0).toReversed()) {
      await each().catch((error: unknown) => log.warn({ err: error }, "while stopping"));
    }
  };
  try {
    const keys = keysFrom(loadSecret(config.TERSKEL_SECRET, config.dataFolder));
    const owner = createPool(config.DATABASE_URL, { max: 8, application_name: "terskel jobs" });
    stops.push(() => owner.end());
    await prepareDatabase(owner);
    const password = keys.derive("database-login").toString("base64url");
    const app = createPool(await ensureAppLogin(owner, config.DATABASE_URL, password));
    stops.push(() => app.end());

    const now = () => new Date();
    const tombstones = openTombstones(config, keys, log, now);
    await tendTombstones(tombstones, { config, keys, owner, log, now });
    const outbox = config.production ? undefined : createOutbox(config.dataFolder);
    let parts: ReturnType<typeof compose> | undefined;
    // Only here: beside a broker of its own a server does not even load the client of another.
    const broker = config.MQTT_URL
      ? { ...(await import("./mqtt-bus.ts")).connectBus(config.MQTT_URL, log), port: undefined }
      : await startBroker(
          config.mqttHost,
          config.mqttPort,
          () => parts?.access.controllerAuth,
          log,
        );
    stops.push(() => broker.stop());
    const brokerUrl = brokerAddress(config);
    const outOfReach = whyOutOfReach(config);
    if (outOfReach) log.warn({ part: "broker" }, outOfReach);

    const eid = config.production ? undefined : eidSettings(config);
    // Only here: production does not even load it.
    const testEid = eid?.isTest ? await import("@terskel/identity/test-eid") : undefined;
    parts = compose(app, {
      keys,
      config,
      log,
      now,
      transports: {
        smtpUrl: config.SMTP_URL,
        mailFrom: { from: config.SMTP_FROM, bouncesTo: config.SMTP_BOUNCES_TO },
        smsUrl: config.SMS_URL,
        outbox,
      },
      demo: outbox && { persons: testPersons, outbox },
      bus: broker.bus,
      brokerUrl,
      publicUrl: config.publicUrl,
      listen: app,
      tombstones,
      checkpoints: openCheckpoints(config, keys, log),
      evidence: createEvidence(),
      stored: testEid?.testEidStored ?? [],
      breachHours: config.TERSKEL_BREACH_HOURS,
    });
    await parts.kernel.check(parts.routes, parts.jobs);
    await chooseRegion(parts.kernel, config.TERSKEL_STORAGE_COUNTRY);
    const jobs = await startJobs(owner, [...parts.jobs, diskJob(config.dataFolder, log)], log);
    stops.push(() => jobs.stop());
    await parts.access.start();
    stops.push(() => parts?.access.stop() ?? Promise.resolve());

    if (!config.production) await seedDemo(parts, config, brokerUrl, outbox);
    const http = await createHttp({
      config,
      log,
      authenticate: parts.identity.authenticate,
      refused: parts.privacy.refused,
      cookies: cookieNames(parts.stored),
    });
    mountHealth(http.app, {
      database: app,
      bus: broker.bus,
      jobs,
      overdue: parts.privacy.overdue,
      overdueBreaches: parts.privacy.overdueBreaches,
      late: parts.kernel.late,
      withheld: parts.kernel.withheld,
      sending: parts.privacy.sending,
      audit: parts.privacy.audit,
    });
    await mountDocs(http.app, parts.routes, config.publicUrl);
    http.mount(parts.routes);
    if (eid && testEid) {
      const { production } = config;
      mountTestEid(
        http.app,
        testEid.createTestEid({ ...eid, persons: testPersons, keys, production }),
      );
    }
    await mountOneClick(http.app, parts.customers.oneClick);
    if (config.SMTP_BOUNCES_TOKEN)
      await mountBounces(http.app, config.SMTP_BOUNCES_TOKEN, parts.privacy.bounced);
    mountNotices(http.app, parts.privacy.noticePages);
    await mountPortal(http.app);
    await http.app.listen({ host: config.HOST, port: config.PORT });
    stops.push(() => http.app.close());
    return { parts, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
