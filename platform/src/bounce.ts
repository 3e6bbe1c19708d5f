import PostalMime from "postal-mime";

/** Largest report, in bytes: a mail server returns the letter with it, and ours are short. */
export const largestReportBytes = 256 * 1024;

/** What was handed in is no mail that can be read. */
export class UnreadableReport extends Error {
  override readonly name = "UnreadableReport";
}

const returned = new Set(["message/rfc822", "text/rfc822-headers", "message/global"]);

/**
 * The id under which a message was sent that a mail server reports as not delivered, for good. Undefined for any other
 * mail: a delay (RFC 3464 § 2.3.3), a holiday's answer, a report about somebody else's message.
 * @param report the report as it came, a mail of type multipart/report (RFC 6522)
 * @throws UnreadableReport
 */
export async function readBounce(report: Uint8Array): Promise<string | undefined> {
  const { attachments } = await PostalMime.parse(report, {
    forceRfc822Attachments: true,
    attachmentEncoding: "utf8",
    maxNestingDepth: 8,
    maxHeadersSize: largestReportBytes,
  }).catch((cause: unknown) => {
    throw new UnreadableReport("It is no mail that can be read.", { cause });
  });
  const parts = attachments.map(({ mimeType, content }) => ({
    mimeType,
    text: typeof content === "string" ? content : "",
  }));
  const status = parts.find(({ mimeType }) => mimeType === "message/delivery-status")?.text ?? "";
  if (!/^Action:\s*failed\b/im.test(status)) return undefined;
  const letter = parts.find(({ mimeType }) => returned.has(mimeType))?.text ?? "";
  // Its header only: what people wrote stands below.
  const [header = ""] = letter.split(/\r?\n\r?\n/, 1);
  return /^Message-ID:\s*<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@terskel>/im.exec(
    header,
  )?.[1];
}
