import { defineProblems } from "@terskel/platform/problems";

/** What the register of suppliers can answer with, beside the common problems. */
export const { problem } = defineProblems({
  "outside-the-region": {
    status: 422,
    title: {
      nb: "Personopplysninger lagres bare i landet som installasjonen har valgt. Denne leverandøren lagrer et annet sted.",
      sv: "Personuppgifter lagras bara i landet som installationen har valt. Den här leverantören lagrar någon annanstans.",
      en: "Personal data is stored in the country that the installation has chosen only. This supplier stores elsewhere.",
    },
  },
  "outside-eea": {
    status: 422,
    title: {
      nb: "Personopplysninger gis ikke til leverandører utenfor EØS. Velg en leverandør i et land i EU eller EØS.",
      sv: "Personuppgifter lämnas inte till leverantörer utanför EES. Välj en leverantör i ett land inom EU eller EES.",
      en: "Personal data is not passed to suppliers outside the EEA. Choose a supplier in a country of the EU or the EEA.",
    },
  },
  "receiver-outside-eea": {
    status: 422,
    title: {
      nb: "Personopplysninger gis ikke til noen utenfor EØS.",
      sv: "Personuppgifter lämnas inte till någon utanför EES.",
      en: "Personal data is passed to nobody outside the EEA.",
    },
  },
  "receiver-by-which-right": {
    status: 422,
    title: {
      nb: "Si enten når avtalen med mottakeren slutter, eller hvorfor mottakeren selv kan få opplysningene.",
      sv: "Ange antingen när avtalet med mottagaren upphör, eller varför mottagaren själv får ta emot uppgifterna.",
      en: "Say either when the agreement with the receiver ends, or why the receiver may have the data itself.",
    },
  },
  "receiver-not-registered": {
    status: 403,
    title: {
      nb: "Mottakeren er ikke ført opp med land og avtale eller grunnlag. Før den opp på nytt.",
      sv: "Mottagaren är inte uppförd med land och avtal eller grund. För upp den på nytt.",
      en: "The receiver is not registered with a country and an agreement or a ground. Register it anew.",
    },
  },
  "receiver-agreement-over": {
    status: 403,
    title: {
      nb: "Avtalen med mottakeren er slutt, så den får ingenting. Før opp en ny avtale.",
      sv: "Avtalet med mottagaren har upphört, så den får ingenting. För upp ett nytt avtal.",
      en: "The agreement with the receiver has ended, so it gets nothing. Register a new one.",
    },
  },
  "supplier-is-there": {
    status: 409,
    title: {
      nb: "Denne leverandøren eller tjeneren er ført opp for dette formålet allerede.",
      sv: "Den här leverantören eller servern är redan uppförd för det här ändamålet.",
      en: "This supplier or server is in the register for this purpose already.",
    },
  },
  "supplier-number": {
    status: 422,
    title: {
      nb: "Dette er ikke et organisasjonsnummer i dette landet.",
      sv: "Detta är inget organisationsnummer i det här landet.",
      en: "This is no organisation number of this country.",
    },
  },
  "supplier-host": {
    status: 422,
    title: {
      nb: "Skriv navnet på tjeneren som meldingene sendes til, slik det står i SMTP_URL eller SMS_URL.",
      sv: "Skriv namnet på servern som meddelandena skickas till, som det står i SMTP_URL eller SMS_URL.",
      en: "Write the name of the server that messages are sent to, as it stands in SMTP_URL or SMS_URL.",
    },
  },
  "agreement-dates": {
    status: 422,
    title: {
      nb: "Siste dag kan ikke være før første dag.",
      sv: "Sista dagen kan inte vara före första dagen.",
      en: "The last day cannot be before the first day.",
    },
  },
  "agreements-overlap": {
    status: 409,
    title: {
      nb: "Leverandøren har en avtale for disse dagene allerede. Sett siste dag på den først.",
      sv: "Leverantören har redan ett avtal för de här dagarna. Sätt sista dagen på det först.",
      en: "The supplier has an agreement for these days already. Set its last day first.",
    },
  },
  "agreement-is-over": {
    status: 409,
    title: {
      nb: "Avtalen er slutt og kan ikke endres. Registrer en ny.",
      sv: "Avtalet har upphört och kan inte ändras. Registrera ett nytt.",
      en: "The agreement is over and cannot be changed. Register a new one.",
    },
  },
  "last-day-has-passed": {
    status: 422,
    title: {
      nb: "Siste dag kan tidligst være i dag.",
      sv: "Sista dagen kan tidigast vara i dag.",
      en: "The last day can be today at the earliest.",
    },
  },
  "no-pdf": {
    status: 422,
    title: {
      nb: "Avtaledokumentet må være en PDF på høyst 5 MB.",
      sv: "Avtalsdokumentet måste vara en PDF på högst 5 MB.",
      en: "The agreement's document has to be a PDF of at most 5 MB.",
    },
  },
  "reason-to-object": {
    status: 422,
    title: {
      nb: "Skriv hvorfor dere motsetter dere leverandøren, så operatøren kan gjøre noe med det.",
      sv: "Skriv varför ni motsätter er leverantören, så att operatören kan göra något åt det.",
      en: "Write why you object to the supplier, so that the operator can do something about it.",
    },
  },
});
