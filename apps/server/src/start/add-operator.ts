import { parseArgs } from "node:util";
import { isOrganisationNumber, memberships, organisations } from "@terskel/kernel";
import { z } from "zod";
import { withOwnKernel } from "./own-kernel.ts";
import { sayWhy } from "./say-why.ts";

/**
 * `npm run operator -- --name … --number … --country NO --administrator … --email …`: the first
 * organisation of a production installation, and its administrator, who then signs in by e-mail
 * code and adds the others.
 */
const text = { type: "string" } as const;
const input = z.strictObject({
  name: z.string().trim().min(1).max(120),
  number: z.string().regex(/^\d{9,10}$/),
  country: z.enum(["NO", "SE"]),
  administrator: z.string().trim().min(1).max(120),
  email: z.email().toLowerCase(),
});

try {
  const options = { name: text, number: text, country: text, administrator: text, email: text };
  const operator = input.parse(parseArgs({ options }).values);
  const { name, number, country } = operator;
  if (!isOrganisationNumber(number, country)) {
    throw new Error(`${number} is not an organisation number of ${country}.`);
  }
  await withOwnKernel("operator", async ({ withContext }) => {
    const id = await withContext({ activity: "kernel.set-up" }, async (tx) =>
      organisations.addOrganisation(tx, { name, number, country, kind: "operator" }),
    );
    if (!id) throw new Error(`The organisation number ${number} is there already.`);
    await withContext({ activity: "kernel.set-up", organisation: id }, async (tx) =>
      memberships.addMembership(tx, {
        organisation: id,
        name: operator.administrator,
        email: operator.email,
        role: "administrator",
        source: "operator",
      }),
    );
  });
  process.stdout.write(
    `${name} is the operator. ${operator.email} can sign in, by e-mail once the supplier of e-mail is there (npm run supplier).\n`,
  );
} catch (error) {
  sayWhy(error);
}
