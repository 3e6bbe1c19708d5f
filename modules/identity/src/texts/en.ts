import type { Catalogue } from "@terskel/platform/i18n";

// The code stands in the first line, where a phone's notification shows it. The last line of an
// SMS lets the phone fill the code in on our site only (WICG Origin-bound one-time codes).
export const en = {
  signInCode: {
    subject: "Your code to sign in",
    mail: (digits: string, minutes: number, host: string) => `${digits} is your code to sign in.

It is valid for ${minutes} minutes, once, at ${host}. Give it to nobody; we never ask for it.
If you did not ask for it, somebody else wrote your address. You need not do anything.
`,
    sms: (digits: string, minutes: number, host: string) =>
      `${digits} is your code to sign in. Valid for ${minutes} minutes. Give it to nobody.

@${host} #${digits}`,
  },
  addressCode: {
    subject: "Your code to show that this address is yours",
    mail: (
      digits: string,
      minutes: number,
      host: string,
    ) => `${digits} is your code to show that this address is yours.

Write it at ${host} within ${minutes} minutes to go on with your data-protection request. Give it to nobody.
If you did not ask for it, somebody else wrote your address. You need not do anything.
`,
    sms: (digits: string, minutes: number, host: string) =>
      `${digits} is your code to show that this number is yours. Valid for ${minutes} minutes. Give it to nobody.

@${host} #${digits}`,
  },
  contactCode: {
    subject: "Your code to confirm this address",
    mail: (
      digits: string,
      minutes: number,
      host: string,
    ) => `${digits} is your code to confirm this address.

Write it on My profile at ${host} within ${minutes} minutes. Give it to nobody.
If you did not ask for it, somebody else wrote your address. You need not do anything.
`,
    sms: (digits: string, minutes: number, host: string) =>
      `${digits} is your code to confirm this number. Valid for ${minutes} minutes. Give it to nobody.

@${host} #${digits}`,
  },
};

/** Every text that identity sends by e-mail and SMS. */
export type Texts = Catalogue<typeof en>;
