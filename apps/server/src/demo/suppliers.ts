import type { Config } from "@terskel/platform/config";
import { addSupplier, addSupplierAgreement } from "@terskel/kernel/api/suppliers";
import { operatorSession } from "./sessions.ts";
import type { Caller } from "./sessions.ts";

/** Invented companies; the numbers are of the synthetic series that no real one has. */
const invented = [
  {
    name: "Fjellhall Datasenter AS",
    number: "310040045",
    recipient: "storage provider",
    country: "NO",
    labels: ["name", "contact", "membership", "access-right", "access-history", "time"],
  },
  {
    name: "Fjellhall Datasenter AS",
    number: "310040045",
    recipient: "server provider",
    country: "NO",
    labels: ["name", "contact", "ip-address", "device", "membership", "access-history", "time"],
  },
  {
    name: "Postbudet Nord AS",
    number: "310050059",
    recipient: "e-mail provider",
    country: "NO",
    host: "smtp.postbudet.example",
    labels: ["name", "contact", "secret", "membership", "access-right", "rights-request", "time"],
  },
  {
    name: "Beskedhuset ApS",
    number: "99999901",
    recipient: "SMS provider",
    country: "DK",
    host: "sms.beskedhuset.example",
    labels: ["contact", "secret"],
  },
] as const;

/** A PDF with one empty page (ISO 32000-2 § 7.5): the demo's agreements have nothing to say. */
const emptyPdf = Buffer.from(
  "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n",
).toString("base64");

const years = (from: Date, add: number) => `${from.getUTCFullYear() + add}-01-01`;

/** The demo's suppliers, which its organisations know by their agreements, each with one in force. */
export async function seedSuppliers(call: Caller, config: Config): Promise<void> {
  const now = new Date();
  for (const supplier of invented) {
    // Another country of storage has been chosen: there it is nobody's but the machine's owner's.
    if (supplier.recipient === "storage provider" && config.TERSKEL_STORAGE_COUNTRY !== "NO")
      continue;
    const { id } = await call(addSupplier, operatorSession, {
      body: { ...supplier, labels: [...supplier.labels], named: true },
    });
    await call(addSupplierAgreement, operatorSession, {
      params: { supplier: id },
      body: {
        firstDay: years(now, -1),
        lastDay: years(now, 2),
        document: { name: "databehandleravtale.pdf", content: emptyPdf },
      },
    });
  }
}
