import { defineProblems } from "@terskel/platform/problems";

export const { problem } = defineProblems({
  "token-unknown": {
    status: 401,
    title: {
      nb: "Nøkkelen gjelder ikke, eller gjelder ikke lenger. Be organisasjonen om en ny.",
      sv: "Nyckeln gäller inte, eller gäller inte längre. Be organisationen om en ny.",
      en: "The token is not valid, or not any more. Ask the organisation for a new one.",
    },
  },
  "integration-time": {
    status: 422,
    title: {
      nb: "Slutten må være i fremtiden, og høyst et år frem.",
      sv: "Slutet måste ligga i framtiden, och högst ett år fram.",
      en: "The end must be in the future, and a year ahead at most.",
    },
  },
  "integration-name-taken": {
    status: 409,
    title: {
      nb: "En integrasjon har dette navnet allerede.",
      sv: "En integration har redan det här namnet.",
      en: "An integration has this name already.",
    },
  },
  "role-too-high": {
    status: 403,
    title: {
      nb: "Du kan ikke gi eller ta tilbake denne rollen. Be en eier eller en administrator om det.",
      sv: "Du kan inte ge eller ta tillbaka den här rollen. Be en ägare eller en administratör om det.",
      en: "You cannot give or take back this role. Ask an owner or an administrator.",
    },
  },
  "contact-unreadable": {
    status: 422,
    title: {
      nb: "Skriv en hel e-postadresse eller et helt telefonnummer.",
      sv: "Skriv en hel e-postadress eller ett helt telefonnummer.",
      en: "Write a whole e-mail address or telephone number.",
    },
  },
  "nobody-with-contact": {
    status: 404,
    title: {
      nb: "Ingen i organisasjonen har denne adressen eller dette nummeret. Du kan invitere på e-post.",
      sv: "Ingen i organisationen har den här adressen eller det här numret. Du kan bjuda in med e-post.",
      en: "Nobody in the organisation has this address or number. You can invite by e-mail.",
    },
  },
  "schedule-in-use": {
    status: 409,
    title: {
      nb: "Noen tilganger eller dører følger denne tidsplanen. Gi dem en annen først.",
      sv: "Några behörigheter eller dörrar följer det här tidsschemat. Ge dem ett annat först.",
      en: "Some accesses or doors keep to this schedule. Give them another one first.",
    },
  },
  "no-unlock-schedule": {
    status: 409,
    title: {
      nb: "Døren låses ikke opp av noen tidsplan, så den er låst.",
      sv: "Dörren låses inte upp av något tidsschema, så den är låst.",
      en: "No schedule unlocks this door, so it is locked.",
    },
  },
  "area-on-many-controllers": {
    status: 409,
    title: {
      nb: "Dørene til et område må styres av samme dørsentral. Den vet hvem som er inne.",
      sv: "Dörrarna till ett område måste styras av samma dörrcentral. Den vet vem som är inne.",
      en: "The doors of an area have to be run by one controller. It knows who is inside.",
    },
  },
  "area-needs-readers": {
    status: 409,
    title: {
      nb: "For å avvise den som er inne, må alle dørene til området ha leser inne også. Ellers vet ingen hvem som har gått.",
      sv: "För att neka den som är inne måste alla dörrar till området ha läsare inne också. Annars vet ingen vem som har gått.",
      en: "To refuse whoever is inside, every door of the area needs a reader inside too. Else nobody knows who has left.",
    },
  },
  "airlock-on-many-controllers": {
    status: 409,
    title: {
      nb: "Dørene i en sluse må styres av samme dørsentral.",
      sv: "Dörrarna i en sluss måste styras av samma dörrcentral.",
      en: "The doors of an airlock have to be run by one controller.",
    },
  },
  "airlock-needs-contacts": {
    status: 409,
    title: {
      nb: "Alle dørene i en sluse må ha dørkontakt. Ellers vet ingen om den andre står åpen.",
      sv: "Alla dörrar i en sluss måste ha dörrkontakt. Annars vet ingen om den andra står öppen.",
      en: "Every door of an airlock needs a door contact. Else nobody knows whether the other stands open.",
    },
  },
  "unlocked-by-schedule": {
    status: 409,
    title: {
      nb: "En dør som låses opp av en tidsplan, kan ikke kreve to personer eller være i en sluse. Velg det ene.",
      sv: "En dörr som låses upp av ett tidsschema kan inte kräva två personer eller vara i en sluss. Välj det ena.",
      en: "A door that a schedule unlocks cannot ask for two people or be in an airlock. Choose one of the two.",
    },
  },
  "kept-locked-time": {
    status: 422,
    title: {
      nb: "Slutten må være i fremtiden, og høyst 31 dager frem.",
      sv: "Slutet måste ligga i framtiden, och högst 31 dagar fram.",
      en: "The end must be in the future, and 31 days ahead at most.",
    },
  },
  "log-reason-missing": {
    status: 422,
    title: {
      nb: "En logg kan bare oppbevares lenger enn 365 dager når det står hvorfor. Skriv grunnen, eller velg færre dager.",
      sv: "En logg får bara sparas längre än 365 dagar när det står varför. Skriv skälet, eller välj färre dagar.",
      en: "A log can be kept for longer than 365 days only where it says why. Write the reason, or choose fewer days.",
    },
  },
  "order-time": {
    status: 422,
    title: {
      nb: "Slutten må være i fremtiden, og høyst 24 timer frem.",
      sv: "Slutet måste ligga i framtiden, och högst 24 timmar fram.",
      en: "The end must be in the future, and 24 hours ahead at most.",
    },
  },
  "order-id-used": {
    status: 409,
    title: {
      nb: "Dette er allerede sendt med et annet innhold. Prøv på nytt.",
      sv: "Det här är redan skickat med ett annat innehåll. Försök igen.",
      en: "This has been sent already with something else in it. Try again.",
    },
  },
  "last-owner": {
    status: 409,
    title: {
      nb: "Dette er dørens siste eier. Gi noen andre rollen først, eller be en administrator om det.",
      sv: "Detta är dörrens sista ägare. Ge någon annan rollen först, eller be en administratör om det.",
      en: "This is the door's last owner. Give somebody else the role first, or ask an administrator.",
    },
  },
  "end-in-the-past": {
    status: 422,
    title: {
      nb: "Slutten må være i fremtiden, og etter starten.",
      sv: "Slutet måste ligga i framtiden, och efter starten.",
      en: "The end has to be in the future, and after the start.",
    },
  },
  "name-taken": {
    status: 409,
    title: {
      nb: "Navnet er brukt allerede. Velg et annet.",
      sv: "Namnet används redan. Välj ett annat.",
      en: "The name is taken already. Choose another one.",
    },
  },
  "site-in-use": {
    status: 409,
    title: {
      nb: "Stedet har dører, dørsentraler eller enheter. Fjern dem først.",
      sv: "Platsen har dörrar, dörrcentraler eller enheter. Ta bort dem först.",
      en: "The site has doors, controllers or units. Remove them first.",
    },
  },
  "controller-in-use": {
    status: 409,
    title: {
      nb: "Dørsentralen styrer dører. Gi dem til en annen dørsentral eller fjern dem først.",
      sv: "Dörrcentralen styr dörrar. Ge dem till en annan dörrcentral eller ta bort dem först.",
      en: "The controller runs doors. Give them to another controller or remove them first.",
    },
  },
  "unit-inhabited": {
    status: 409,
    title: {
      nb: "Det bor noen i enheten. Avslutt beboerforholdet først.",
      sv: "Någon bor i enheten. Avsluta boendet först.",
      en: "Somebody lives in the unit. End the residence first.",
    },
  },
  "output-taken": {
    status: 409,
    title: {
      nb: "En annen dør er koblet til denne låsutgangen. Velg en annen.",
      sv: "En annan dörr är kopplad till den här låsutgången. Välj en annan.",
      en: "Another door is wired to this lock output. Choose another one.",
    },
  },
  "credential-taken": {
    status: 409,
    title: {
      nb: "Kortet eller brikken er allerede i bruk. Ta det tilbake først, eller bruk et annet.",
      sv: "Kortet eller taggen används redan. Ta tillbaka det först, eller använd ett annat.",
      en: "The card or fob is in use already. Take it back first, or use another one.",
    },
  },
  "pass-blocked": {
    status: 409,
    title: {
      nb: "Telefonpasset ditt er sperret. En administrator kan oppheve sperren.",
      sv: "Ditt telefonpass är spärrat. En administratör kan häva spärren.",
      en: "Your phone pass is blocked. An administrator can unblock it.",
    },
  },
  "pin-blocked": {
    status: 409,
    title: {
      nb: "PIN-en din er sperret. En administrator kan oppheve sperren eller ta den tilbake, så du kan få en ny.",
      sv: "Din PIN är spärrad. En administratör kan häva spärren eller ta tillbaka den, så att du kan få en ny.",
      en: "Your PIN is blocked. An administrator can unblock it, or take it back so that you can get a new one.",
    },
  },
  "code-time": {
    status: 422,
    title: {
      nb: "En kode må slutte i fremtiden, vare høyst sju dager og begynne innen 30 dager.",
      sv: "En kod måste sluta i framtiden, gälla högst sju dagar och börja inom 30 dagar.",
      en: "A code has to end in the future, last seven days at most and begin within 30 days.",
    },
  },
  "code-id-used": {
    status: 409,
    title: {
      nb: "Dette er allerede sendt med et annet innhold. Prøv på nytt.",
      sv: "Det här är redan skickat med ett annat innehåll. Försök igen.",
      en: "This has been sent already with something else in it. Try again.",
    },
  },
  "too-many-codes": {
    status: 409,
    title: {
      nb: "Du har for mange koder som gjelder. Trekk noen tilbake, eller vent til de er over.",
      sv: "Du har för många koder som gäller. Återkalla några, eller vänta tills de har gått ut.",
      en: "You have too many codes in force. Withdraw some, or wait until they are over.",
    },
  },
  "nobody-with-credential": {
    status: 404,
    title: {
      nb: "Ingen her har dette kortet eller denne brikken.",
      sv: "Ingen här har det här kortet eller den här taggen.",
      en: "Nobody here has this card or fob.",
    },
  },
  "member-by-unit": {
    status: 409,
    title: {
      nb: "Personen hører til gruppen gjennom en enhet. Avslutt beboerforholdet i enheten i stedet.",
      sv: "Personen hör till gruppen genom en enhet. Avsluta boendet i enheten i stället.",
      en: "The person belongs to the group through a unit. End the residence in the unit instead.",
    },
  },
  "already-invited": {
    status: 409,
    title: {
      nb: "Adressen har en åpen invitasjon til døren. Trekk den tilbake først.",
      sv: "Adressen har en öppen inbjudan till dörren. Dra tillbaka den först.",
      en: "The address has an open invitation to the door. Withdraw it first.",
    },
  },
  "too-many-invitations": {
    status: 409,
    title: {
      nb: "Du har for mange åpne invitasjoner. Trekk noen tilbake, eller vent til de er brukt.",
      sv: "Du har för många öppna inbjudningar. Dra tillbaka några, eller vänta tills de är använda.",
      en: "You have too many open invitations. Withdraw some, or wait until they are used.",
    },
  },
  "invitation-not-valid": {
    status: 404,
    title: {
      nb: "Invitasjonen gjelder ikke lenger. Be den som inviterte deg, om en ny.",
      sv: "Inbjudan gäller inte längre. Be den som bjöd in dig om en ny.",
      en: "The invitation is no longer valid. Ask whoever invited you for a new one.",
    },
  },
});
