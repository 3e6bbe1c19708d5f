import type { Texts } from "../en.ts";

export const handover: Texts["handover"] = {
  title: "En annan Terskel",
  lead: "Flyttar du till en plats där dörrarna styrs av en annan Terskel kan du ta med det som finns på ditt konto.",
  back: "Mina uppgifter och rättigheter",
  along: {
    go: "Ta med en fil",
    title: "Ta med dina uppgifter till en annan Terskel",
    lead: "Du får en signerad fil med det som finns på ditt konto. Du laddar upp den där själv, inloggad, och väljer vad som ska bli ditt där.",
    what: "Det här följer med",
    holds: [
      "Namn, e-post, telefon och språk, och din bild",
      "Var och när du har loggat in på kontot",
    ],
    without:
      "Det en organisation har lagrat, som dina behörigheter och loggen för dörrarna, följer inte med. Det får du som en egen fil under Mina uppgifter och rättigheter.",
    make: "Ladda ned filen",
    valid: "Filen gäller i 7 dagar. Behåll den för dig själv: den som har den kan läsa den.",
    done: "Filen är nedladdad",
    doneText:
      "Logga in på den andra Terskel inom 7 dagar, öppna Mina uppgifter och rättigheter där och välj ”Hämta dina uppgifter från en annan Terskel”.",
    again: "Ladda ned den igen",
  },
  bring: {
    go: "Hämta från en fil",
    title: "Hämta dina uppgifter från en annan Terskel",
    lead: "Du väljer vad som ska bli ditt här, efter att du har sett vad filen innehåller. Den ger dig ingen behörighet till någon dörr.",
    from: "Filer tas emot från",
    none: "Inga filer kan hämtas hit ännu",
    noneText:
      "Den här Terskel tar inte emot filer från någon annan. Den som driver den bestämmer varifrån de får komma.",
    file: "Fil",
    drop: "Släpp filen här, eller välj den",
    dropHint:
      "Filen från ”Ta med dina uppgifter till en annan Terskel”. Namnet slutar på .json, och den gäller i 7 dagar.",
    choose: "Välj filen",
    another: "Välj en annan fil",
    reading: "Läser filen …",
    tooLarge: "Filen är för stor. Den får vara högst 4 MB.",
    seen: "Det här kan du hämta",
    seenLead: (installation, date) => `Från ${installation}, gjord ${date}.`,
    sections: {
      name: "Namn",
      language: "Språk",
      email: "E-post",
      phone: "Telefon",
      picture: "Bild",
    },
    pictureAlt: "Bilden i filen",
    here: (value) => `Här: ${value}`,
    states: {
      same: "Så är det redan här",
      taken: "Hämtat från den här filen tidigare",
    },
    whys: {
      "name-from-eid": "Här kommer ditt namn från e-legitimationen",
      "not-valid": "Går inte att använda här",
      "no-sms": "Telefonnummer går inte att bekräfta här",
    },
    confirmCode: "Bekräfta med kod",
    sendCode: (what) => `Bekräfta med kod: ${what}`,
    codeHint: "Gäller när det är bekräftat med kod",
    leftOut: "Det här hämtas inte",
    leftOutLead: "Det berättar vad som hände där, eller fastställs på nytt här.",
    records: (count, one) => (one ? "1 post" : `${count} poster`),
    confirm: "Hämta det som är valt",
    nothing: "Det finns inget annat i filen att välja.",
    done: "Nu är det ditt här",
    doneText: "Du kan ändra det på Min profil, som allt annat som står om dig där.",
    unchanged: "Allt var redan så här",
    toProfile: "Min profil",
  },
};
