import { organisations, memberships } from "@terskel/kernel";
import { createCaller } from "@terskel/platform/http";
import type { Config } from "@terskel/platform/config";
import type { compose } from "../compose.ts";
import { renewEnrolments } from "./enrolments.ts";
import { seedHousing } from "./housing.ts";
import { seedOffice } from "./office.ts";
import { demoOrganisations, testPersons } from "./persons.ts";

type Parts = ReturnType<typeof compose>;

/**
 * Makes the demo's organisations, people, doors and grants at the first start, by the same routes
 * and rules as everybody's. Never called in production.
 */
export async function seedDemo(parts: Parts, config: Config, brokerUrl: string): Promise<void> {
  if (config.production) throw new Error("Production has no demo data.");
  const { withContext } = parts.kernel;
  const found = await withContext(
    { activity: "kernel.set-up" },
    async (tx) => await organisations.listOrganisations(tx, 10, undefined),
  );
  if (!found.some((organisation) => organisation.kind === "operator")) {
    if (found.length > 0) {
      throw new Error("The demo data is half made. Start again with `npm start -- --fresh`.");
    }
    const call = createCaller(parts.routes);
    await Promise.all([seedHousing(call, config), seedOffice(call, config)]);
    // The operator comes last: it being there says that the rest is.
    await seedOperator(parts);
    await Promise.all(testPersons.map((person) => parts.identity.addDemoAccount(person)));
  }
  renewEnrolments(config.dataFolder, brokerUrl);
}

async function seedOperator({ kernel }: Parts) {
  const id = await kernel.withContext({ activity: "kernel.set-up" }, async (tx) =>
    organisations.addOrganisation(tx, { ...demoOrganisations.operator, kind: "operator" }),
  );
  if (!id) throw new Error("The operator's organisation number is taken.");
  const nora = testPersons.find((person) => person.key === "nora");
  await kernel.withContext({ activity: "kernel.set-up", organisation: id }, async (tx) =>
    memberships.addMembership(tx, {
      organisation: id,
      name: nora?.name ?? "",
      email: nora?.email,
      role: "administrator",
      source: "operator",
    }),
  );
}
