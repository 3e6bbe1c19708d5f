import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Config } from "@terskel/platform/config";
import { makeFolder } from "@terskel/platform/folder";

/** Where the demo's door controllers keep their enrolment, cards, access list and events. */
const controllersFolder = (dataFolder: string) => join(dataFolder, "controllers");

/** The demo's controllers in the order of their ports. */
const slugs = ["solhaug", "havnegata"] as const;
export type ControllerSlug = (typeof slugs)[number];

/** Those of the demo's controllers that have been enrolled. */
export function enrolments(dataFolder: string): { name: ControllerSlug; folder: string }[] {
  return slugs
    .map((name) => ({ name, folder: join(controllersFolder(dataFolder), name) }))
    .filter(({ folder }) => existsSync(join(folder, "enrolment.json")));
}

/**
 * Port of a simulated controller's page: PORT + 2001 and upwards. With the usual PORT the one before, 10080, is one
 * that no browser goes to ("bad ports" of the Fetch standard).
 */
export const simulatorPort = (config: Pick<Config, "PORT">, index: number) =>
  config.PORT + 2001 + index;

/** Those of all the demo's controllers. */
export const simulatorPorts = (config: Pick<Config, "PORT">) =>
  slugs.map((_slug, index) => simulatorPort(config, index));

/** Keeps what a controller needs to know, for the process that runs its simulated doors. */
export function writeEnrolment(dataFolder: string, slug: ControllerSlug, enrolment: object): void {
  const folder = join(controllersFolder(dataFolder), slug);
  makeFolder(folder, 0o700);
  writeFileSync(join(folder, "enrolment.json"), JSON.stringify(enrolment, null, 2), {
    mode: 0o600,
  });
}

/** Cards that the simulated readers offer to be held to them. */
export function writeCards(
  dataFolder: string,
  slug: ControllerSlug,
  cards: readonly { number: string; label: string }[],
): void {
  const file = join(controllersFolder(dataFolder), slug, "cards.json");
  writeFileSync(file, JSON.stringify(cards, null, 2), { mode: 0o600 });
}

/** The broker's address may differ from the last start's. */
export function renewEnrolments(dataFolder: string, brokerUrl: string): void {
  for (const { name, folder } of enrolments(dataFolder)) {
    const file = join(folder, "enrolment.json");
    const known = JSON.parse(readFileSync(file, "utf8")) as { brokerUrl?: string };
    if (known.brokerUrl !== brokerUrl) writeEnrolment(dataFolder, name, { ...known, brokerUrl });
  }
}
