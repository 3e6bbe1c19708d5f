import type { Config } from "@terskel/platform/config";
import { isLoopback } from "@terskel/platform/loopback";

type Settings = Pick<
  Config,
  "MQTT_URL" | "MQTT_PUBLIC_URL" | "mqttHost" | "mqttPort" | "production" | "publicUrl"
>;

/** Where enrolments say that the broker is. */
export function brokerAddress(config: Settings): string {
  if (config.MQTT_PUBLIC_URL) return config.MQTT_PUBLIC_URL;
  return config.MQTT_URL
    ? withoutCredentials(config.MQTT_URL)
    : `mqtt://${config.publicUrl.hostname}:${config.mqttPort}`;
}

/**
 * Why no controller on another machine gets to the broker, and what to do about it. A public address
 * that was set is believed: a proxy with TLS may stand there.
 */
export function whyOutOfReach(config: Settings): string | undefined {
  const { mqttHost, publicUrl } = config;
  if (!config.production || config.MQTT_URL || config.MQTT_PUBLIC_URL) return undefined;
  if (!isLoopback(mqttHost) || isLoopback(publicUrl.hostname)) return undefined;
  return `Enrolments send controllers to ${brokerAddress(config)}, but the broker listens on ${mqttHost} only. Set MQTT_HOST, or MQTT_PUBLIC_URL if something in front passes them on, or MQTT_URL for another broker.`;
}

function withoutCredentials(address: string): string {
  const url = new URL(address);
  url.username = "";
  url.password = "";
  return url.href;
}
