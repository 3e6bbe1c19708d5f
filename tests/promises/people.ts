import { me } from "@terskel/identity/api/me";
import { outbox } from "@terskel/identity/api/demo";
import { requestEmailCode, verifyCode } from "@terskel/identity/api/sign-in";
import { Client } from "../support/client.ts";
import { eventually } from "../support/eventually.ts";
import { startServerHere } from "../support/server-alone.ts";

/** The server, with what the tests of promises do in it again and again. */
export async function startHouse(env: NodeJS.ProcessEnv = {}) {
  const server = await startServerHere(env);
  const nobody = new Client(server.url);

  const inbox = async (to: string) => {
    const { items } = await nobody.call(outbox, { query: { limit: 200 } });
    return items.filter((message) => message.to === to);
  };

  return {
    url: server.url,
    /** For looking behind row-level security. */
    owner: server.owner,
    /** For connecting as the program does. */
    data: server.data,
    ownerUrl: server.ownerUrl,
    nobody,
    as: async (person: string) => await new Client(server.url).signIn(person),
    /** The organisation that this client is a member of: the first by name, or the one that is named. */
    async organisationOf(client: Client, name?: string): Promise<string> {
      const { memberships } = await client.call(me, {});
      const found = memberships.find((each) => !name || each.organisation.name === name);
      if (!found) throw new Error("A member of nothing.");
      return found.organisation.id;
    },
    inbox,
    /** The newest message to the address whose subject matches. */
    async letter(to: string, subject: RegExp) {
      return await eventually(`a letter to ${to} like ${subject.source}`, async () =>
        (await inbox(to)).find((message) => subject.test(message.subject ?? "")),
      );
    },
    /** The digits of the newest code that was mailed to the address, once there is one newer than `since`; an invitation may come after it. */
    async digits(to: string, since: number): Promise<string> {
      return await eventually(`a code to ${to}`, async () =>
        (await inbox(to))
          .filter(({ at }) => Date.parse(at) >= since)
          .flatMap(({ text }) => /\b\d{6}\b/.exec(text)?.[0] ?? [])
          .at(0),
      );
    },
    /** Signs in by a code to the address: whoever has been added somewhere with it. */
    async asOwnerOf(email: string): Promise<Client> {
      const client = new Client(server.url);
      const since = Date.now();
      const { code } = await client.call(requestEmailCode, { body: { email } });
      const digits = await this.digits(email, since);
      await client.call(verifyCode, { body: { code, digits } });
      return client;
    },
    /** What a second server on the same data says, and why it does not start. */
    startsAgain: async (more: NodeJS.ProcessEnv = {}) => await server.startsAgain(more),
    stop: async () => await server.stop(),
  };
}

/** A picture that is no larger than it has to be: PNG, base64. */
export const onePixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export type House = Awaited<ReturnType<typeof startHouse>>;

/** The code of the problem that a call was refused with. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "not refused";
  } catch (error) {
    return (
      /"code":"([\w-]+)"/.exec(error instanceof Error ? error.message : "")?.[1] ?? String(error)
    );
  }
}
