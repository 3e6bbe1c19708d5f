import type { TestPerson } from "./ports.ts";

const about = { nb: "Oppdiktet", sv: "Påhittad", en: "Invented" };

/** Invented persons for the tests. `leaky` has a national identity number for a subject. */
export const testPersons: readonly TestPerson[] = [
  { key: "kari", name: "Kari Nordlie", dateOfBirth: "1984-03-12", subject: "sub-kari", about },
  { key: "ola", name: "Ola Vik", dateOfBirth: "1971-11-02", subject: "sub-ola", about },
  // Synthetic number of the Norwegian tax administration's test series (month + 80).
  { key: "leaky", name: "Liv Lekk", dateOfBirth: "1990-01-01", subject: "01819099940", about },
  {
    key: "leaky-name",
    name: "Liv 01819099940",
    dateOfBirth: "1990-01-01",
    subject: "sub-liv",
    about,
  },
];
