const first =
  "Anne Bjørn Camilla David Ellen Fredrik Guro Henrik Ida Jørgen Kaja Lars Mina Nils Oda Petter Ragnhild Sindre Tuva Ulrik".split(
    " ",
  );
const last =
  "Åsheim Brekke Dalby Engen Fossli Grønvold Hauge Iversrud Jørstad Krogh Lunde Moen Næss Øverland Ruud".split(
    " ",
  );

const pick = (list: readonly string[], index: number) => list[index % list.length] ?? "";
const plain = (name: string) =>
  name.toLowerCase().replaceAll("æ", "ae").replaceAll("ø", "o").replaceAll("å", "a");

/** Flats that test persons live in: flat -> name, e-mail, telephone. */
const known: Record<string, readonly [string, string, string]> = {
  "A-H0301": ["Kari Nordlie", "kari.nordlie@solhaug.example", "400 00 101"],
  "A-H0502": ["Ingrid Solheim", "ingrid.solheim@solhaug.example", "400 00 102"],
  "B-H0202": ["Lise Bakkehaug", "lise.bakkehaug@havnegata.example", "400 00 202"],
};

/** The stairwells, and the flats of each: 5 floors of 4. */
export const stairwells = ["A", "B", "C"].map((letter) => ({
  name: `Oppgang ${letter}`,
  flats: [1, 2, 3, 4, 5].flatMap((floor) =>
    [1, 2, 3, 4].map((flat) => `${letter}-H0${floor}0${flat}`),
  ),
}));

/**
 * The cooperative's spreadsheet as its board would keep it (CSV as Excel writes it in Norway: semicolons, a byte-order mark, CRLF).
 */
export function residentsCsv(): string {
  const rows = stairwells.flatMap(({ flats }, s) =>
    flats.map((unit, n) => {
      const index = s * 20 + n;
      const given = pick(first, index * 7 + 3);
      const family = pick(last, index * 4 + s);
      const [name, email, phone] = known[unit] ?? [
        `${given} ${family}`,
        `${plain(given)}.${plain(family)}${index}@solhaug.example`,
        `400 01 ${String(index).padStart(3, "0")}`,
      ];
      return [name, email, phone, unit].join(";");
    }),
  );
  return `\uFEFF${["Navn;E-post;Telefon;Leilighet", ...rows].join("\r\n")}\r\n`;
}

/** The office's list: departments as groups. */
export function employeesCsv(): string {
  const departments = ["Salg", "Utvikling", "Økonomi"];
  const rows = Array.from({ length: 18 }, (_, index) => {
    const given = pick(first, index * 3 + 1);
    const family = pick(last, index * 2 + 5);
    const email = `${plain(given)}.${plain(family)}${index}@havnegata.example`;
    return [
      `${given} ${family}`,
      email,
      `400 02 ${String(index).padStart(3, "0")}`,
      pick(departments, index),
    ].join(",");
  });
  rows.push("Amir Haddad,amir.haddad@havnegata.example,400 00 201,Utvikling");
  return `${["Navn,E-post,Mobil,Gruppe", ...rows].join("\n")}\n`;
}
