import type { Texts } from "./en.ts";

export const nb: Texts = {
  signInCode: {
    subject: "Koden din for å logge inn",
    mail: (digits, minutes, host) => `${digits} er koden din for å logge inn.

Den gjelder i ${minutes} minutter, én gang, på ${host}. Gi den ikke til noen; vi spør aldri om den.
Har du ikke bedt om den, har noen andre skrevet adressen din. Du trenger ikke å gjøre noe.
`,
    sms: (digits, minutes, host) =>
      `${digits} er koden din for å logge inn. Gjelder i ${minutes} minutter. Gi den ikke til noen.

@${host} #${digits}`,
  },
  addressCode: {
    subject: "Koden din for å vise at adressen er din",
    mail: (digits, minutes, host) => `${digits} er koden din for å vise at denne adressen er din.

Skriv den på ${host} innen ${minutes} minutter for å gå videre med henvendelsen om personvern. Gi den ikke til noen.
Har du ikke bedt om den, har noen andre skrevet adressen din. Du trenger ikke å gjøre noe.
`,
    sms: (digits, minutes, host) =>
      `${digits} er koden din for å vise at dette nummeret er ditt. Gjelder i ${minutes} minutter. Gi den ikke til noen.

@${host} #${digits}`,
  },
  contactCode: {
    subject: "Koden din for å bekrefte denne adressen",
    mail: (digits, minutes, host) => `${digits} er koden din for å bekrefte denne adressen.

Skriv den på Min profil på ${host} innen ${minutes} minutter. Gi den ikke til noen.
Har du ikke bedt om den, har noen andre skrevet adressen din. Du trenger ikke å gjøre noe.
`,
    sms: (digits, minutes, host) =>
      `${digits} er koden din for å bekrefte dette nummeret. Gjelder i ${minutes} minutter. Gi den ikke til noen.

@${host} #${digits}`,
  },
};
