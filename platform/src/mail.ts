import { createTransport } from "nodemailer";
import type { Outbox } from "./outbox.ts";

export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

/** Sends one e-mail. Rejects when it was not handed over; whoever sends decides about again. */
export type Mailer = (mail: Mail) => Promise<void>;

/** Every wait has an end: 10 s to connect, 20 s for the server's answers. */
export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url, { from });
  Object.assign(transport.options, {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  });
  return async (mail) => {
    await transport.sendMail(mail);
  };
}

export function outboxMailer(outbox: Outbox): Mailer {
  return (mail) => Promise.resolve(outbox.put({ channel: "email", ...mail }));
}
