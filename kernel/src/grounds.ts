import type { Ground, OrganisationKind } from "./declare.ts";
import { text } from "./words.ts";

const interest = (...words: Parameters<typeof text>): Ground => ({
  basis: "legitimate-interest",
  interest: text(...words),
  controller: "organisation",
});

/**
 * Who belongs to an organisation has an agreement with it where they live: membership or lease (GDPR Art. 6(1)(b)). Those who
 * work somewhere, rent there through a firm or deliver need not have one with whoever runs the doors: that rests on an interest,
 * and not on an employee's consent (recital 43).
 */
export const groundAtWork: Readonly<Partial<Record<OrganisationKind, Ground>>> = {
  office: interest(
    "At de som arbeider i bygget, kommer inn der de skal, og at de og bygget er trygge",
    "Att de som arbetar i byggnaden kommer in där de ska, och att de och byggnaden är trygga",
    "That those who work in the building come in where they should, and that they and the building are safe",
  ),
  shop: interest(
    "At ansatte og leverandører kommer inn der de skal, og at de, varene og butikken er trygge",
    "Att anställda och leverantörer kommer in där de ska, och att de, varorna och butiken är trygga",
    "That employees and suppliers come in where they should, and that they, the goods and the shop are safe",
  ),
  employer: interest(
    "At de ansatte kommer inn der de skal, og at mennesker og verdier på arbeidsplassen er trygge",
    "Att de anställda kommer in där de ska, och att människor och värden på arbetsplatsen är trygga",
    "That employees come in where they should, and that people and property at the workplace are safe",
  ),
};
