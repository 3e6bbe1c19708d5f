type Report = {
  readonly action?: string;
  readonly returned?: "message/rfc822" | "text/rfc822-headers";
  /** What the letter says. */
  readonly text?: string;
};

/** A mail server's report on the letter of this id (RFC 3464, RFC 6522). */
export function bounceOf(
  id: string,
  { action = "failed", returned = "message/rfc822", text = "Hei" }: Report = {},
): string {
  return [
    "From: MAILER-DAEMON@mail.example",
    "To: bounces@terskel.example",
    "Subject: Undelivered",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="part"',
    "",
    "--part",
    "Content-Type: text/plain; charset=utf-8",
    "",
    "The letter below could not be delivered.",
    "--part",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mail.example",
    "",
    "Final-Recipient: rfc822; kari@example.org",
    `Action: ${action}`,
    "Status: 5.1.1",
    "--part",
    `Content-Type: ${returned}`,
    "",
    "From: no-reply@terskel.example",
    "To: kari@example.org",
    "Subject: Hei",
    `Message-ID: <${id}@terskel>`,
    "Content-Type: text/plain; charset=utf-8",
    ...(returned === "message/rfc822" ? ["", text] : []),
    "--part--",
    "",
  ].join("\r\n");
}
