import { createTransport } from "nodemailer";
import type { Outbox } from "./outbox.ts";

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** Sends one e-mail. Rejects when it was not handed over; whoever sends decides about again. */
export type Mailer = (mail: Mail) => Promise<void>;

/** How long the SMTP server may take to be reached and to greet, and to answer, in milliseconds. */
export type MailWaits = { readonly connectMs: number; readonly answerMs: number };

/** Every wait has an end: 10 s to connect and be greeted, 20 s for each of the server's answers. */
export function smtpMailer(
  url: string,
  from: string,
  waits: MailWaits = { connectMs: 10_000, answerMs: 20_000 },
): Mailer {
  const transport = createTransport(
    {
      url,
      connectionTimeout: waits.connectMs,
      greetingTimeout: waits.connectMs,
      dnsTimeout: waits.connectMs,
      socketTimeout: waits.answerMs,
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return async ({ to, subject, text }) => {
    // One address, whatever stands in it: a comma does not make it two recipients.
    await transport.sendMail({ to: { name: "", address: to }, subject, text });
  };
}

export function outboxMailer(outbox: Outbox): Mailer {
  return (mail) => Promise.resolve(outbox.put({ channel: "email", ...mail }));
}
