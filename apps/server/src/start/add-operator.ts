import { parseArgs } from "node:util";
import { createKernel, isOrganisationNumber, memberships, organisations } from "@terskel/kernel";
import { readConfig } from "@terskel/platform/config";
import { createPool, ensureAppLogin, startEmbedded } from "@terskel/platform/db";
import { keysFrom, loadSecret } from "@terskel/platform/keys";
import { z } from "zod";
import { processings } from "../compose.ts";
import { prepareDatabase } from "../database.ts";
import { plainReason } from "../plain-reason.ts";
import { takeDataFolder } from "./data-folder.ts";

/**
 * `npm run operator -- --name … --number … --country NO --administrator … --email …`: the first
 * organisation of a production installation, and its administrator, who then signs in by e-mail
 * code and adds the others. With the embedded database Terskel has to be stopped meanwhile.
 */
const text = { type: "string" } as const;
const input = z.strictObject({
  name: z.string().trim().min(1).max(120),
  number: z.string().regex(/^\d{9,10}$/),
  country: z.enum(["NO", "SE"]),
  administrator: z.string().trim().min(1).max(120),
  email: z.email().toLowerCase(),
});

async function addOperator(url: string, secret: Buffer, operator: z.output<typeof input>) {
  const owner = createPool(url, { max: 2 });
  try {
    await prepareDatabase(owner);
    const password = keysFrom(secret).derive("database-login").toString("base64url");
    const app = createPool(await ensureAppLogin(owner, url, password), { max: 2 });
    try {
      const { withContext } = createKernel(app, processings);
      const id = await withContext({ activity: "kernel.set-up" }, async (tx) =>
        organisations.addOrganisation(tx, {
          name: operator.name,
          number: operator.number,
          country: operator.country,
          kind: "operator",
        }),
      );
      if (!id) throw new Error(`The organisation number ${operator.number} is there already.`);
      await withContext({ activity: "kernel.set-up", organisation: id }, async (tx) =>
        memberships.addMembership(tx, {
          organisation: id,
          name: operator.administrator,
          email: operator.email,
          role: "administrator",
          source: "operator",
        }),
      );
    } finally {
      await app.end();
    }
  } finally {
    await owner.end();
  }
}

try {
  const options = { name: text, number: text, country: text, administrator: text, email: text };
  const operator = input.parse(parseArgs({ options }).values);
  if (!isOrganisationNumber(operator.number, operator.country)) {
    throw new Error(`${operator.number} is not an organisation number of ${operator.country}.`);
  }
  const config = readConfig(process.env, process.cwd());
  const giveBack = config.DATABASE_URL ? undefined : takeDataFolder(config.dataFolder);
  const embedded = config.DATABASE_URL ? undefined : await startEmbedded(config.dataFolder);
  try {
    const secret = loadSecret(config.TERSKEL_SECRET, config.dataFolder);
    await addOperator(config.DATABASE_URL ?? embedded?.url ?? "", secret, operator);
  } finally {
    await embedded?.stop();
    giveBack?.();
  }
  process.stdout.write(`${operator.name} is the operator. ${operator.email} can sign in.\n`);
} catch (error) {
  const why =
    error instanceof z.ZodError
      ? `--${error.issues[0]?.path.join(".")} is missing or wrong: ${error.issues[0]?.message}.`
      : plainReason(error);
  process.stderr.write(`${why}\n`);
  process.exitCode = 1;
}
