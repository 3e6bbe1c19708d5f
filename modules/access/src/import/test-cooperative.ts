import { confirmImport, previewImport } from "../api/import.ts";
import type { TestMember, TestServer } from "../test-server.ts";
import { csv } from "./test-files.ts";

export const heading = [
  "Navn",
  "E-post",
  "Telefon",
  "Leilighet",
  "Gruppe",
  "Dør",
  "Rolle",
  "Fra",
  "Til",
];

/** An organisation with a site and two doors, and its administrator's hands. */
export async function cooperative(server: TestServer) {
  const admin = await server.addOrganisation();
  const { organisation } = admin;
  const [site] = await server.rows<{ id: string }>(
    "insert into kernel.sites (organisation_id, name) values ($1, 'Bygget') returning id",
    [organisation],
  );
  await server.rows(
    `insert into access.doors (organisation_id, site_id, name)
     select $1, $2, name from unnest(array['Hovedinngang', 'Sykkelbod']) as name`,
    [organisation, site?.id],
  );
  const body = (rows: readonly string[][], header = heading) => ({
    site: site?.id ?? "",
    content: csv([header, ...rows]).toString("base64"),
  });
  const params = { organisation };
  return {
    admin,
    organisation,
    params,
    body,
    preview: async (rows: readonly string[][], as: TestMember = admin) =>
      await server.ok(previewImport, { params, body: body(rows), as }),
    confirm: async (rows: readonly string[][], plan: string) =>
      await server.ok(confirmImport, { params, body: { ...body(rows), plan }, as: admin }),
    refused: async (rows: readonly string[][], plan: string) =>
      await server.refused(confirmImport, { params, body: { ...body(rows), plan }, as: admin }),
    /** Everything an import can write, as text. */
    stored: async () =>
      JSON.stringify(
        await Promise.all(
          [
            "select id, name, email, phone, role, source from kernel.memberships",
            "select id, name, group_id from access.units",
            "select id, name from access.groups",
            "select unit_id, member_id from access.residents",
            "select group_id, member_id from access.group_members",
            "select door_id, member_id, role, valid_from, valid_until from access.grants",
          ].map(
            async (query) =>
              await server.rows(`${query} where organisation_id = $1 order by 1, 2`, [
                organisation,
              ]),
          ),
        ),
      ),
  };
}

/** Four people in three flats, with what spreadsheets of such have in them. */
export const flats = [
  ["Bjørn Ærlig", "bjorn@example.no", "412 34 567", "H0101", "Oppgang A|Styret", "", "", "", ""],
  ["Åse Øvrebø", "", "+47 912 34 567", "H0101", "Oppgang A", "Sykkelbod", "", "", ""],
  [
    "Märta Öberg",
    "marta@example.se",
    "070-123 45 67",
    "H0102",
    "",
    "Sykkelbod, Hovedinngang",
    "eier",
    "1.2.27",
    "31.12.2027",
  ],
  ["Uten Kontakt", "", "", "H0201", "Oppgang B", "", "", "", ""],
];
