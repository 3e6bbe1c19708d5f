import * as contactsApi from "./api/contacts.ts";
import * as api from "./api/mailings.ts";
import * as link from "./api/unsubscribe.ts";
import type { TestServer } from "./test-server.ts";

export const dayMs = 86_400_000;
export const nb = { subject: "Ny dørtelefon i høst", text: "Hei!\n\nVi har en ny dørtelefon." };

let count = 0;
/** A contact person as staff enter one, with an address that nobody else has. */
export const person = (more: object = {}) => ({
  name: "Mona Lund",
  email: `mona${(count += 1)}@lund.example`,
  company: "Lund Eiendom AS",
  customerKind: "housing" as const,
  language: "nb" as const,
  source: "customer" as const,
  lastContactAt: new Date(Date.now() - dayMs).toISOString(),
  ...more,
});

/** What the tests do again and again with contact persons and mailings. */
export function mailingSteps(get: () => TestServer) {
  const write = async (texts: object = { nb }) =>
    (await get().ok(api.addMailing, { body: { texts } })).id;
  const read = async (mailing: string) => await get().ok(api.oneMailing, { params: { mailing } });
  const confirm = async (mailing: string, recipients: number) =>
    await get().ok(api.sendMailing, { params: { mailing }, body: { recipients } });
  const mailsTo = (email: string) =>
    get()
      .outbox.list()
      .filter(({ to }) => to === email);
  return {
    write,
    read,
    confirm,
    mailsTo,
    add: async (more: object = {}) => {
      const body = person(more);
      const { id } = await get().ok(contactsApi.addContact, { body });
      return { id, email: body.email };
    },
    listed: async (query: object = {}) => (await get().ok(contactsApi.contacts, { query })).items,
    /** Writes, confirms and sends to everybody who can get it. */
    sendOut: async () => {
      const mailing = await write();
      await confirm(mailing, (await read(mailing)).recipients.nb);
      await get().runSending(mailing);
      return mailing;
    },
    /** The token of the link in the only mail to the address. */
    tokenTo: (email: string) => {
      const [mail] = mailsTo(email);
      return /unsubscribe\/([\w-]+)/.exec(mail?.text ?? "")?.[1] ?? "";
    },
    unsubscribe: async (token: string) => await get().ok(link.unsubscribe, { body: { token } }),
  };
}
