export type Mail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Further header fields by name, such as List-Unsubscribe. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** A name as it may stand in a mail: one line, so that it cannot pass for a part of the letter. */
export const nameInMail = (name: string): string =>
  name.replaceAll(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");

/**
 * Sends one e-mail, under an id by which a report about it can be told. Rejects when it was not handed over;
 * whoever sends decides about again.
 */
export type Mailer = (mail: Mail, id: string) => Promise<void>;

/** Who a mail is from, and the address to which mail servers report what did not arrive (RFC 5321 § 4.4), if another. */
export type MailSender = { readonly from: string; readonly bouncesTo?: string | undefined };

/** How long the SMTP server may take to be reached and to greet, and to answer, in milliseconds. */
export type MailWaits = { readonly connectMs: number; readonly answerMs: number };

/** Every wait has an end: 10 s to connect and be greeted, 20 s for each of the server's answers. */
export function smtpMailer(
  url: string,
  { from, bouncesTo }: MailSender,
  waits: MailWaits = { connectMs: 10_000, answerMs: 20_000 },
): Mailer {
  const options = {
    url,
    connectionTimeout: waits.connectMs,
    greetingTimeout: waits.connectMs,
    dnsTimeout: waits.connectMs,
    socketTimeout: waits.answerMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
  // Read for the first e-mail: where the outbox keeps them all, nobody needs it.
  const connect = async () => (await import("nodemailer")).createTransport(options, { from });
  let transport: ReturnType<typeof connect> | undefined;
  return async ({ to, subject, text, headers = {} }, id) => {
    // RFC 5322 § 3.6.4: what a bounce names.
    const messageId = `<${id}@terskel>`;
    // One address, whatever stands in it: a comma does not make it two recipients.
    transport ??= connect();
    await (
      await transport
    ).sendMail({
      messageId,
      to: { name: "", address: to },
      subject,
      text,
      headers: { ...headers },
      ...(bouncesTo ? { envelope: { from: bouncesTo, to } } : {}),
    });
  };
}
