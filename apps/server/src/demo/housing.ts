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
    await solhaug.grant(doors[name] ?? "", { group: await solhaug.group(name) }, "user");
  }
  const all = await solhaug.doorGroup("Alle oppganger", Object.values(doors));
  await solhaug.grant(all, { group: board }, "owner");
  await solhaug.grant(all, { group: caretakers }, "door_administrator");
  await solhaug.grant(all, { group: cleaners }, "user", cleaning);
  const guests = await solhaug.unit(site, "Gjesteleiligheten", await solhaug.group("Oppgang A"));
  await solhaug.lease(guests, "David Åsheim", -7, 7);
  await solhaug.lease(guests, "Kaja Fossli", 7, 21);
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
