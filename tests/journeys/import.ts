import type { Locator, Page } from "playwright-core";

/** Who moves in. */
export const resident = {
  name: "Åse Bjørkøy-Ærlig",
  email: "ase.bjorkoy@solhaug.example",
} as const;

export const sheetName = "Beboere 2026.csv";

/** `31.12.2027`, as the board writes dates. */
function written(daysFromNow: number): string {
  const parts = { day: "2-digit", month: "2-digit", year: "numeric" } as const;
  const date = new Date(Date.now() + daysFromNow * 86_400_000);
  return new Intl.DateTimeFormat("nb", { ...parts, timeZone: "Europe/Oslo" }).format(date);
}

/** The board's spreadsheet as Excel in Norway saves it: semicolons, CRLF, Windows-1252. */
export function boardsSheet(door: string): Buffer {
  const { name, email } = resident;
  const dates = `${written(-30)};${written(365)}`;
  const rows = [
    "Navn;E-post;Mobil;Leilighet;Gruppe;Dør;Rolle;Gyldig fra;Gyldig til",
    `${name};${email};412 34 567;A-H0601;Dugnadsgjengen på Løkka;${door};Bruker;${dates}`,
    "Kari Nordlie;kari.nordlie@solhaug.example;400 00 101;A-H0301;Oppgang A;;;;",
  ];
  // The letters used here have the same codes in ISO 8859-1 and Windows-1252.
  return Buffer.from(`${rows.join("\r\n")}\r\n`, "latin1");
}

export const confirmImport = (page: Page) =>
  page.getByRole("button", { name: "Gjennomfør importen" });

/** Chooses a file on the page Import, and waits for its preview. */
export async function chooseFile(page: Page, buffer: Buffer): Promise<void> {
  const [chooser] = await Promise.all([
    page.waitForEvent("filechooser"),
    page.getByRole("button", { name: /^Velg en (annen )?fil$/ }).click(),
  ]);
  const preview = page.waitForResponse(/\/import\/preview$/);
  await chooser.setFiles({ name: sheetName, mimeType: "text/csv", buffer });
  await preview;
  await page.getByRole("heading", { name: "Det den vil endre" }).waitFor();
}

/** A table's numbers by the heading of their row. */
export async function countsOf(table: Locator): Promise<Record<string, string[]>> {
  const rows = (await table.getByRole("row").all()).slice(1);
  const read = rows.map(async (row) => {
    const heading = await row.getByRole("rowheader").innerText();
    return [heading, await row.getByRole("cell").allInnerTexts()] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
