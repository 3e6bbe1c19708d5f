import { accessProcessing, createAccess } from "@terskel/access";
import type { AccessPorts } from "@terskel/access";
import { createIdentity, identityProcessing, transientTables } from "@terskel/identity";
import type { IdentityPorts } from "@terskel/identity";
import { createKernel, createPrivacy, kernelProcessing } from "@terskel/kernel";
import type { PrivacyPorts } from "@terskel/kernel";
import type { Pool } from "pg";

/** What the modules need from outside the product. */
export type Outside = Omit<IdentityPorts, "withContext"> &
  Omit<AccessPorts, "withContext" | "account"> &
  Pick<PrivacyPorts, "tombstones">;

/** What all modules declare. */
export const processings = [kernelProcessing, identityProcessing, accessProcessing];

/** The schemas that hold data, and the tables whose rows a backup leaves out. */
export const schemas = processings.flatMap((processing) => processing.schemas);
export const leftOutOfBackups: ReadonlySet<string> = new Set(transientTables);

/**
 * Puts the modules together: the only place that knows them all. What one needs from another is
 * passed in here.
 */
export function compose(app: Pool, outside: Outside) {
  const kernel = createKernel(app, processings);
  const identity = createIdentity({ ...outside, withContext: kernel.withContext });
  const access = createAccess({
    ...outside,
    withContext: kernel.withContext,
    account: identity.account,
  });
  const privacy = createPrivacy({
    ...outside,
    withContext: kernel.withContext,
    catalogue: kernel.catalogue,
    processings,
    account: identity.account,
    holder: identity.holder,
    addressCodes: identity.addressCodes,
    usableChanged: access.queueLists,
  });
  return {
    kernel,
    privacy,
    identity,
    access,
    routes: [...kernel.routes, ...privacy.routes, ...identity.routes, ...access.routes],
    jobs: [...kernel.jobs, ...privacy.jobs, ...identity.jobs, ...access.jobs],
  };
}
