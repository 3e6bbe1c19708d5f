import { randomUUID } from "node:crypto";
import { confidentiality, organisations, memberships } from "@terskel/kernel";
import { putNoticeDetails } from "@terskel/kernel/api/notices";
import { createCaller } from "@terskel/platform/http";
import type { Config } from "@terskel/platform/config";
import type { Outbox } from "@terskel/platform/outbox";
import type { compose } from "../compose.ts";
import { seedCustomers } from "./customers.ts";
import { renewEnrolments } from "./enrolments.ts";
import { seedHousing } from "./housing.ts";
import { seedOffice } from "./office.ts";
import { demoNoticeDetails, demoOrganisations, testPersons } from "./persons.ts";
import { administratorSession } from "./sessions.ts";
import type { Caller } from "./sessions.ts";
import { seedSuppliers } from "./suppliers.ts";

type Parts = ReturnType<typeof compose>;

/**
 * Makes the demo's organisations, people, doors and grants at the first start, by the same routes
 * and rules as everybody's. Never called in production.
 */
export async function seedDemo(
  parts: Parts,
  config: Config,
  brokerUrl: string,
  outbox: Outbox | undefined,
): Promise<void> {
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
    await seedSuppliers(call, config);
    // The operator comes last: it being there says that the rest is.
    const operator = await seedOperator(parts);
    await sayHowToReach(parts, call);
    await seedCustomers(parts, call, operator, outbox);
    await Promise.all(testPersons.map((person) => parts.identity.addDemoAccount(person)));
  }
  renewEnrolments(config.dataFolder, brokerUrl);
}

async function seedOperator({ kernel }: Parts): Promise<string> {
  const id = await kernel.withContext({ activity: "kernel.set-up" }, async (tx) =>
    organisations.addOrganisation(tx, { ...demoOrganisations.operator, kind: "operator" }),
  );
  if (!id) throw new Error("The operator's organisation number is taken.");
  const nora = testPersons.find((person) => person.key === "nora");
  await kernel.withContext({ activity: "kernel.set-up", organisation: id }, async (tx) => {
    const member = await memberships.addMembership(tx, {
      organisation: id,
      name: nora?.name ?? "",
      email: nora?.email,
      role: "administrator",
      source: "operator",
    });
    // She has signed, so that the demo's first look at the operator's pages shows them.
    await confidentiality.sign(tx, { organisation: id, member: member ?? "", at: new Date() });
  });
  return id;
}

/** After the suppliers: the first version of each notice tells of everything. The operator stands in all of them. */
async function sayHowToReach({ kernel }: Parts, call: Caller): Promise<void> {
  const all = await kernel.withContext(
    { activity: "kernel.set-up" },
    async (tx) => await organisations.listOrganisations(tx, 10, undefined),
  );
  for (const kind of ["operator", "housing", "office"] as const) {
    const organisation = all.find((each) => each.kind === kind)?.id ?? "";
    await call(putNoticeDetails, administratorSession(organisation, randomUUID()), {
      params: { organisation },
      body: demoNoticeDetails[kind],
    });
  }
}
