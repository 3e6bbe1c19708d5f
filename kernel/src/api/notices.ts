import { plain } from "@terskel/platform/columns";
import { route } from "@terskel/platform/contract";
import { holding } from "@terskel/platform/holds";
import { oneLine } from "@terskel/platform/one-line";
import { z } from "zod";
import { noticeFacts } from "../notice/shape.ts";
import * as kernel from "./columns.ts";

const inOrganisation = z.strictObject({ organisation: z.uuid() });

export const notice = route({
  id: "kernel.notice",
  method: "GET",
  path: "/api/v1/notices/:organisation",
  activity: "kernel.publish-notice",
  who: "anyone",
  summary:
    "An organisation's privacy notice as data: what GDPR Art. 13 and 14 want told, item by item, each with the declarations that it comes from. To read: /notices/:organisation.",
  params: inOrganisation,
  response: plain("What an organisation does with personal data, and no such data.", noticeFacts),
});

const email = z.email().max(254).toLowerCase();
const phone = holding("telephone-number", z.string().trim().min(4).max(24));
/** Several paragraphs, divided by an empty line. */
const paragraphs = z
  .string()
  .trim()
  .min(1)
  .max(2000)
  .regex(/^[^\p{Zl}\p{Zp}]*$/u);
const ownWords = z.strictObject({ nb: paragraphs, sv: paragraphs, en: paragraphs });

const details = {
  address: oneLine(200),
  email,
  phone,
  privacyContact: oneLine(120),
  privacyEmail: email,
  privacyPhone: phone,
};
const { noticeDetails: shows } = kernel;

export const readNoticeDetails = route({
  id: "kernel.noticeDetails",
  method: "GET",
  path: "/api/v1/organisations/:organisation/notice/details",
  activity: "kernel.run-privacy-desk",
  who: "privacy-officer",
  summary: "How the organisation is reached, and its own words, as its notice shows them.",
  params: inOrganisation,
  response: z.object({
    address: shows("address", z.string()).optional(),
    email: shows("email", z.string()).optional(),
    phone: shows("phone", z.string()).optional(),
    privacyContact: shows("privacy_contact", z.string()).optional(),
    privacyEmail: shows("privacy_email", z.string()).optional(),
    privacyPhone: shows("privacy_phone", z.string()).optional(),
    about: shows("words", ownWords).optional(),
    contact: shows("words", ownWords).optional(),
  }),
});

export const putNoticeDetails = route({
  id: "kernel.putNoticeDetails",
  method: "PUT",
  path: "/api/v1/organisations/:organisation/notice/details",
  activity: "kernel.run-privacy-desk",
  who: "privacy-officer",
  summary:
    "Say how the organisation is reached, and what its notice says in its own words: in every language, or in none.",
  params: inOrganisation,
  body: z.strictObject({
    address: details.address.optional(),
    email: details.email.optional(),
    phone: details.phone.optional(),
    privacyContact: details.privacyContact.optional(),
    privacyEmail: details.privacyEmail.optional(),
    privacyPhone: details.privacyPhone.optional(),
    about: ownWords.optional(),
    contact: ownWords.optional(),
  }),
});
