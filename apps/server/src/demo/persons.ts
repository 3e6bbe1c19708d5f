import type { TestPerson } from "@terskel/identity";

/** Invented organisations; the numbers are of the synthetic series that no real one has. */
export const demoOrganisations = {
  operator: { name: "Terskel Drift AS", number: "310010014", country: "NO" },
  housing: { name: "Solhaug borettslag", number: "310020028", country: "NO" },
  office: { name: "Havnegata 7 kontorfellesskap", number: "310030031", country: "NO" },
} as const;

/** How the invented organisations are reached. The telephone numbers are nobody's. */
export const demoNoticeDetails = {
  operator: {
    address: "Kaigata 3, 0150 Oslo",
    email: "hjelp@terskel-drift.example",
    phone: "+4722000010",
    privacyContact: "Personvernombudet i Terskel Drift AS",
    privacyEmail: "personvern@terskel-drift.example",
    privacyPhone: "+4722000011",
  },
  housing: {
    address: "Solhaugveien 12, 0567 Oslo",
    email: "styret@solhaug.example",
    phone: "+4722000020",
    privacyContact: "Styret i Solhaug borettslag",
    privacyEmail: "personvern@solhaug.example",
    contact: {
      nb: "Styret har kontortid i fellesrommet den første mandagen i måneden, klokken 18 til 19.",
      sv: "Styrelsen har kontorstid i gemensamhetslokalen första måndagen i månaden, klockan 18 till 19.",
      en: "The board can be met in the common room on the first Monday of the month, 6 to 7 p.m.",
    },
  },
  office: {
    address: "Havnegata 7, 0151 Oslo",
    email: "resepsjonen@havnegata7.example",
    phone: "+4722000030",
    privacyContact: "Driftslederen i Havnegata 7",
    privacyEmail: "personvern@havnegata7.example",
  },
} as const;

const { office } = demoOrganisations;

/** Invented persons one can sign in as. */
export const testPersons: readonly (TestPerson & { readonly card?: string })[] = [
  {
    key: "kari",
    name: "Kari Nordlie",
    dateOfBirth: "1984-03-12",
    subject: "test-eid-7f3a1c",
    email: "kari.nordlie@solhaug.example",
    phone: "+4740000101",
    card: "04A1B2C301",
    about: {
      nb: "Beboer i leilighet H0301 i Oppgang A, Solhaug borettslag",
      sv: "Boende i lägenhet H0301 i uppgång A, Solhaug borettslag",
      en: "Resident of flat H0301 in stairwell A, Solhaug housing cooperative",
    },
  },
  {
    key: "ingrid",
    name: "Ingrid Solheim",
    dateOfBirth: "1971-11-02",
    subject: "test-eid-2b9d44",
    email: "ingrid.solheim@solhaug.example",
    phone: "+4740000102",
    card: "04A1B2C302",
    about: {
      nb: "Styreleder i Solhaug borettslag: administrerer personer, dører og tilganger",
      sv: "Styrelseordförande i Solhaug borettslag: administrerar personer, dörrar och behörigheter",
      en: "Chair of the board of Solhaug: administers people, doors and grants",
    },
  },
  {
    key: "per",
    name: "Per Vangen",
    dateOfBirth: "1966-06-21",
    subject: "test-eid-c05e81",
    email: "per.vangen@vaktmester.example",
    phone: "+4740000103",
    card: "04A1B2C303",
    about: {
      nb: "Vaktmester: dørene i Solhaug og loggen deres, men ikke resten av borettslaget",
      sv: "Fastighetsskötare: dörrarna i Solhaug och deras logg, men inte resten av föreningen",
      en: "Caretaker: the doors of Solhaug and their log, but not the rest of the cooperative",
    },
  },
  {
    key: "amir",
    name: "Amir Haddad",
    dateOfBirth: "1992-01-30",
    subject: "test-eid-91e6f0",
    email: "amir.haddad@havnegata.example",
    phone: "+4740000201",
    organisationNumber: office.number,
    card: "04A1B2C304",
    about: {
      nb: "Utvikler på kontoret i Havnegata 7; kan også logge inn med SMS",
      sv: "Utvecklare på kontoret i Havnegata 7; kan också logga in med sms",
      en: "Developer at the office in Havnegata 7; can sign in by SMS too",
    },
  },
  {
    key: "lise",
    name: "Lise Bakkehaug",
    dateOfBirth: "1979-09-09",
    subject: "test-eid-d4470b",
    email: "lise.bakkehaug@havnegata.example",
    phone: "+4740000202",
    organisationNumber: office.number,
    about: {
      nb: "Kontorsjef i Havnegata 7: administrerer kontoret, og bor i Solhaug (B-H0202)",
      sv: "Kontorschef på Havnegata 7: administrerar kontoret och bor i Solhaug (B-H0202)",
      en: "Office manager of Havnegata 7: administers the office, and lives in Solhaug (B-H0202)",
    },
  },
  {
    key: "nora",
    name: "Nora Driftland",
    dateOfBirth: "1988-05-17",
    subject: "test-eid-60ab2e",
    email: "nora.driftland@terskel.example",
    about: {
      nb: "Operatør: oppretter organisasjoner og ser innloggingsforsøk, men ingen av dørene",
      sv: "Operatör: skapar organisationer och ser inloggningsförsök, men ingen av dörrarna",
      en: "Operator: adds organisations and sees sign-in attempts, but none of the doors",
    },
  },
  {
    key: "odd",
    name: "Odd Fremstad",
    dateOfBirth: "1995-12-24",
    subject: "test-eid-f81c37",
    about: {
      nb: "Ny her: hører ikke til noe sted ennå. Prøv å invitere ham til en dør",
      sv: "Ny här: hör inte till någonstans ännu. Prova att bjuda in honom till en dörr",
      en: "New here: belongs nowhere yet. Try inviting him to a door",
    },
  },
];
