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

/**
 * The cooperative's spreadsheet: 3 stairwells with 5 floors of 4 flats, as its board would keep it
 * (CSV as Excel writes it in Norway: semicolons, a byte-order mark, CRLF).
 */
export function residentsCsv(): string {
  const rows = ["A", "B", "C"].flatMap((stairwell, s) =>
    [1, 2, 3, 4, 5].flatMap((floor, f) =>
      [1, 2, 3, 4].map((flat, n) => {
        const index = s * 20 + f * 4 + n;
        const unit = `${stairwell}-H0${floor}0${flat}`;
        const given = pick(first, index * 7 + 3);
        const family = pick(last, index * 4 + s);
        const [name, email, phone] = known[unit] ?? [
          `${given} ${family}`,
          `${plain(given)}.${plain(family)}${index}@solhaug.example`,
          `400 01 ${String(index).padStart(3, "0")}`,
        ];
        return [name, email, phone, unit, `Oppgang ${stairwell}`].join(";");
      }),
    ),
  );
  return `\uFEFF${["Navn;E-post;Telefon;Leilighet;Gruppe", ...rows].join("\r\n")}\r\n`;
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
