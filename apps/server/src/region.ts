import { regions } from "@terskel/kernel";
import type { WithContext } from "@terskel/kernel";
import { ConfigError } from "@terskel/platform/config";

/**
 * Brings the chosen country of storage into the database, which refuses a supplier that stores elsewhere (C11).
 * @throws ConfigError when one that is there does, or the country is not of the EEA
 */
export async function chooseRegion(kernel: { withContext: WithContext }, country: string) {
  const refused = await kernel.withContext(
    { activity: "kernel.set-up" },
    async (tx) => await regions.chooseRegion(tx, country),
  );
  if (refused === "outside-the-eea") {
    throw new ConfigError(`TERSKEL_STORAGE_COUNTRY is wrong: ${country} is not of the EEA.`);
  }
  if (refused) {
    throw new ConfigError(
      `TERSKEL_STORAGE_COUNTRY is ${country}, and a supplier stores in ${refused.storesIn}. Move what it stores first.`,
    );
  }
}
