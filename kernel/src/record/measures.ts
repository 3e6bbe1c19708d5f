import { text } from "../words.ts";

/**
 * What protects the data in every installation (Art. 30(1)(g), 32(1)): what the program does and a test
 * shows. What is particular to a place stands in its risk assessments.
 */
export const measures = [
  text(
    "Hver organisasjons opplysninger er skilt fra andres i databasen selv. Ingen spørring ser mer enn formålet den kjøres for, gir rett til.",
    "Varje organisations uppgifter är skilda från andras i databasen själv. Ingen fråga ser mer än vad ändamålet som den körs för ger rätt till.",
    "Each organisation's data is kept apart from others' by the database itself. No query sees more than the purpose it runs for allows.",
  ),
  text(
    "Alle kolonner er beskrevet med innhold, formål og lagringstid. Uten beskrivelse starter ikke tjenesten.",
    "Alla kolumner är beskrivna med innehåll, ändamål och lagringstid. Utan beskrivning startar inte tjänsten.",
    "Every column is declared with what it holds, what for and how long. Without that the service does not start.",
  ),
  text(
    "Innlogging skjer med eID, passnøkkel eller engangskode. Forsøk begrenses og loggføres.",
    "Inloggning sker med e-legitimation, nyckel eller engångskod. Försök begränsas och loggas.",
    "Sign-in is by eID, passkey or one-time code. Attempts are limited and logged.",
  ),
  text(
    "Koder, nøkler og kort lagres bare i en form som ikke kan leses.",
    "Koder, nycklar och kort lagras bara i en form som inte kan läsas.",
    "Codes, keys and cards are stored only in a form that cannot be read.",
  ),
  text(
    "Fødselsnumre og kortnumre stoppes ved inngangen og lagres aldri.",
    "Personnummer och kortnummer stoppas vid inmatningen och lagras aldrig.",
    "National identity numbers and card numbers are stopped at the entry and never stored.",
  ),
  text(
    "Det som er over tiden sin, er usynlig med en gang og slettes innen ett døgn; et regnskap viser hva som gikk.",
    "Det vars tid är ute är osynligt genast och raderas inom ett dygn; en liggare visar vad som togs bort.",
    "What is past its time is invisible at once and deleted within a day; a ledger shows what went.",
  ),
  text(
    "Sikkerhetskopier er kryptert. Det som er slettet, blir slettet igjen når en kopi legges tilbake.",
    "Säkerhetskopior är krypterade. Det som raderats raderas igen när en kopia läggs tillbaka.",
    "Backups are encrypted. What was erased is erased again when one is restored.",
  ),
  text(
    "Dørene får bare det de trenger for å avgjøre hvem de åpner for, signert av tjenesten.",
    "Dörrarna får bara det de behöver för att avgöra vem de öppnar för, signerat av tjänsten.",
    "Doors get only what they need to decide whom they open for, signed by the service.",
  ),
] as const;

/** Art. 30(1)(e), 30(2)(c). */
export const transfers = text(
  "Ingen overføring til land utenfor EU/EØS eller til internasjonale organisasjoner er beskrevet i programmet.",
  "Ingen överföring till länder utanför EU/EES eller till internationella organisationer är beskriven i programmet.",
  "No transfer to a country outside the EU/EEA or to an international organisation is declared in the program.",
);

/** Art. 28(3)(a), D9. */
export const instruction = text(
  "Behandles bare etter den behandlingsansvarliges dokumenterte instrukser: avtalen, og det organisasjonens administratorer setter opp i tjenesten.",
  "Behandlas bara enligt den personuppgiftsansvariges dokumenterade instruktioner: avtalet, och det som organisationens administratörer ställer in i tjänsten.",
  "Processed only on the controller's documented instructions: the agreement, and what the organisation's administrators set up in the service.",
);
