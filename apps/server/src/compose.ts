import { accessProcessing, createAccess } from "@terskel/access";
import type { AccessPorts } from "@terskel/access";
import { createCustomers, customersProcessing } from "@terskel/customers";
import { createIdentity, identityProcessing, transientTables } from "@terskel/identity";
import type { IdentityPorts } from "@terskel/identity";
import {
  createKernel,
  createPrivacy,
  jobsAsActs,
  kernelProcessing,
  recordedJobs,
  storedBy,
} from "@terskel/kernel";
import type { Stored } from "@terskel/kernel";
import { createSupport, supportProcessing } from "@terskel/support";
import type { Pool } from "pg";
import { portalStored } from "./portal-stored.ts";
import { createSenders } from "./senders.ts";
import type { Transports } from "./senders.ts";

/** What the modules need from outside the product. */
export type Outside = Omit<IdentityPorts, "withContext" | "sendMail" | "sendSms"> &
  Omit<AccessPorts, "withContext" | "account" | "datesOfBirth" | "sendMail"> &
  Pick<
    Parameters<typeof createPrivacy>[0],
    "tombstones" | "evidence" | "breachHours" | "checkpoints"
  > & {
    readonly transports: Transports;
    /** What an embedded part keeps on devices. */
    readonly stored?: readonly Stored[];
  };

/** What all modules declare. */
export const processings = [
  kernelProcessing,
  identityProcessing,
  accessProcessing,
  supportProcessing,
  customersProcessing,
];

/** The schemas that hold data, and the tables whose rows a backup leaves out. */
export const schemas = processings.flatMap((processing) => processing.schemas);
export const leftOutOfBackups: ReadonlySet<string> = new Set(transientTables);

/**
 * Puts the modules together: the only place that knows them all. What one needs from another is
 * passed in here.
 */
export function compose(app: Pool, outside: Outside) {
  const kernel = createKernel(app, processings);
  const { transports, ...others } = outside;
  const { withContext } = kernel;
  const senders = createSenders(transports, { withContext, processings, now: others.now });
  const ports = { ...others, sendMail: senders.sendMail, sendSms: senders.sendSms };
  const identity = createIdentity({ ...ports, withContext });
  const access = createAccess({
    ...ports,
    withContext,
    account: identity.account,
    datesOfBirth: identity.datesOfBirth,
  });
  const support = createSupport({ ...ports, withContext, account: identity.account });
  const customers = createCustomers({ ...ports, withContext });
  const stored = [...storedBy(processings), ...portalStored, ...(outside.stored ?? [])];
  const privacy = createPrivacy({
    ...ports,
    channels: senders.channels,
    withContext,
    stored,
    catalogue: kernel.catalogue,
    heldBackChanged: kernel.heldBackChanged,
    processings,
    account: identity.account,
    accountsOfNone: identity.accountsOfNone,
    holder: identity.holder,
    addressCodes: identity.addressCodes,
    usableChanged: access.queueLists,
  });
  const jobs = jobsAsActs([
    ...kernel.jobs,
    ...privacy.jobs,
    ...identity.jobs,
    ...access.jobs,
    ...support.jobs,
    ...customers.jobs,
  ]);
  return {
    kernel,
    privacy,
    identity,
    access,
    customers,
    /** How what is sent leaves, and whether it can. */
    channels: senders.channels,
    stored,
    routes: [
      ...kernel.routes,
      ...privacy.routes,
      ...identity.routes,
      ...access.routes,
      ...support.routes,
      ...customers.routes,
    ],
    jobs: recordedJobs(
      { withContext: kernel.withContext, now: outside.now, log: outside.log },
      jobs,
      processings.flatMap(({ keepers }) => keepers ?? []),
    ),
  };
}
