import type { Config } from "@terskel/platform/config";
import { writeCards } from "./enrolments.ts";
import { openOrganisation } from "./organisation.ts";
import { demoOrganisations } from "./persons.ts";
import { employeesCsv } from "./residents.ts";
import type { Caller } from "./sessions.ts";

/** An office with three departments, on a controller of its own. */
export async function seedOffice(call: Caller, config: Config): Promise<void> {
  const about = { ...demoOrganisations.office, kind: "office" } as const;
  const office = await openOrganisation(call, about, "lise");
  const site = await office.site("Havnegata 7", "Havnegata 7, 7010 Trondheim");
  const names = ["Hovedinngang", "Verksted", "Arkiv"];
  const doors = await office.controller(config, "havnegata", "Sentral i resepsjonen", site, names);
  await office.import(site, employeesCsv());
  const [main = "", workshop = "", archive = ""] = names.map((name) => doors[name] ?? "");
  for (const department of ["Salg", "Utvikling", "Økonomi"]) {
    await office.grant(main, { group: await office.group(department) }, "user");
  }
  await office.grant(workshop, { group: await office.group("Utvikling") }, "user");
  await office.grant(archive, { group: await office.group("Økonomi") }, "user");
  const lise = await office.person("lise");
  const all = await office.doorGroup("Alle dører", [main, workshop, archive]);
  await office.grant(all, { person: lise }, "owner");
  const amir = await office.person("amir");
  writeCards(config.dataFolder, "havnegata", [await office.card("amir", amir, "kort")]);
}
