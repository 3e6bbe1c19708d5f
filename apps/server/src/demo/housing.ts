import type { Config } from "@terskel/platform/config";
import { seedCases } from "./cases.ts";
import { writeCards } from "./enrolments.ts";
import { openOrganisation } from "./organisation.ts";
import { demoOrganisations } from "./persons.ts";
import { residentsCsv, stairwells } from "./residents.ts";
import type { Caller } from "./sessions.ts";

/** A housing cooperative with 3 stairwells and 60 flats, its board and its caretaker. */
export async function seedHousing(call: Caller, config: Config): Promise<void> {
  const about = { ...demoOrganisations.housing, kind: "housing" } as const;
  const solhaug = await openOrganisation(call, about, "ingrid");
  const site = await solhaug.site("Solhaug", "Solhaugveien 12, 0567 Oslo");
  const entrances = stairwells.map(({ name }) => name);
  const doors = await solhaug.controller(config, "solhaug", "Sentral i kjelleren", site, entrances);
  for (const { name, flats } of stairwells) {
    const group = await solhaug.group(name);
    await Promise.all(flats.map((flat) => solhaug.unit(site, flat, group)));
  }
  await solhaug.import(site, residentsCsv());
  const board = await solhaug.group("Styret");
  const caretakers = await solhaug.group("Vaktmestere");
  const cleaners = await solhaug.group("Renhold");
  const cleaning = await solhaug.schedule("Trappevask", [0, 3], ["07:00", "12:00"]);
  for (const { name } of stairwells) {
    const door = doors[name] ?? "";
    await solhaug.grant(door, { group: await solhaug.group(name) }, "user");
    await solhaug.grant(door, { group: board }, "owner");
    await solhaug.grant(door, { group: caretakers }, "door_administrator");
    await solhaug.grant(door, { group: cleaners }, "user", cleaning);
  }
  const [kari, ingrid, per] = [
    await solhaug.person("kari"),
    await solhaug.person("ingrid"),
    await solhaug.person("per"),
  ];
  await solhaug.intoGroup(board, ingrid);
  await solhaug.intoGroup(caretakers, per);
  await seedCases(call, { organisation: solhaug.organisation, kari, per, ingrid });
  writeCards(config.dataFolder, "solhaug", [
    await solhaug.card("kari", kari, "nøkkelkort"),
    await solhaug.card("ingrid", ingrid, "nøkkelkort"),
    await solhaug.card("per", per, "nøkkelkort"),
  ]);
}
