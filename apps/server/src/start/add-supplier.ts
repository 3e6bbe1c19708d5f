import { parseArgs } from "node:util";
import { addAgreement, addSupplier } from "@terskel/kernel";
import { addSupplier as supplierRoute, addSupplierAgreement } from "@terskel/kernel/api/suppliers";
import { z } from "zod";
import { withOwnKernel } from "./own-kernel.ts";
import { sayWhy } from "./say-why.ts";

/**
 * `npm run supplier -- --name … --number … --country NO --host smtp.example.org --first-day 2026-01-01`: a
 * supplier of e-mail with its agreement, before anybody can sign in by e-mail code and use the operator's
 * page. `--sms`: a supplier of SMS instead.
 */
const text = { type: "string" } as const;
const options = {
  name: text,
  number: text,
  country: text,
  host: text,
  "first-day": text,
  "last-day": text,
  sms: { type: "boolean" },
} as const;
/** What e-mail and SMS hold, whatever they are about. */
const labels = {
  mail: [
    "name",
    "contact",
    "language",
    "secret",
    "membership",
    "access-right",
    "note",
    "rights-request",
    "time",
  ],
  sms: ["contact", "language", "secret"],
};

try {
  const { values } = parseArgs({ options });
  const supplier = supplierRoute.body.parse({
    name: values.name,
    number: values.number,
    country: values.country,
    host: values.host,
    recipient: values.sms ? "SMS provider" : "e-mail provider",
    labels: values.sms ? labels.sms : labels.mail,
    named: true,
  });
  const days = z
    .object({ "first-day": z.iso.date(), "last-day": z.iso.date().optional() })
    .parse(values);
  const agreement = addSupplierAgreement.body.parse({
    firstDay: days["first-day"],
    lastDay: days["last-day"],
  });
  const context = { activity: "kernel.administer-suppliers" };
  await withOwnKernel("supplier", async ({ withContext }) => {
    const ports = { withContext, now: () => new Date() };
    const id = await addSupplier(ports, context, supplier);
    await addAgreement(ports, context, id, agreement);
  });
  process.stdout.write(
    `${supplier.name} is in the register, for what goes to ${supplier.host}. Add the agreement's document on the operator's page.\n`,
  );
} catch (error) {
  sayWhy(error);
}
