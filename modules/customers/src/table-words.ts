import { text } from "@terskel/kernel";

const addressKey = text(
  "Adressen, for å kjenne igjen et nei",
  "Adressen, för att känna igen ett nej",
  "The address, by which a no is recognised",
);

/** The tables of customers, as the person sees them. */
export const tableWords = {
  contacts: {
    title: text("Deg som kontaktperson", "Du som kontaktperson", "You as a contact person"),
    deskTitle: text("Kontaktpersoner", "Kontaktpersoner", "Contact persons"),
    words: {
      address_key: addressKey,
      position: text("Stilling", "Befattning", "Position"),
      company: text("Bedrift", "Företag", "Company"),
      customer_kind: {
        ...text("Type bedrift", "Typ av företag", "Kind of company"),
        values: {
          housing: text("borettslag", "bostadsrättsförening", "housing cooperative"),
          office: text("kontor", "kontor", "office"),
          shop: text("butikk", "butik", "shop"),
          employer: text("arbeidsgiver", "arbetsgivare", "employer"),
          other: text("annet", "annat", "other"),
        },
      },
      source: {
        ...text("Opplysningene kommer fra", "Uppgifterna kommer från", "The data came from"),
        values: {
          customer: text("kunden", "kunden", "the customer"),
          activity: text("kontakt med personen", "kontakt med personen", "contact with the person"),
          register: text("et offentlig register", "ett offentligt register", "a public register"),
          "bought-list": text("en kjøpt liste", "en köpt lista", "a bought list"),
        },
      },
      last_contact_at: text("Siste kontakt", "Senaste kontakt", "Last contact"),
    },
  },
  deliveries: {
    title: text(
      "Utsendelser du har fått",
      "Utskick som du har fått",
      "Mailings that you were sent",
    ),
    deskTitle: text("Hvem utsendelser gikk til", "Vem utskick gick till", "Whom mailings went to"),
    words: {
      contact_id: text("Kontaktperson", "Kontaktperson", "Contact person"),
      address_key: addressKey,
      token_hash: text("Lenken i e-posten", "Länken i e-posten", "The link in the e-mail"),
      state: {
        ...text("Sendt", "Skickat", "Sent"),
        values: {
          begun: text("begynt", "påbörjat", "begun"),
          sent: text("ja", "ja", "yes"),
          failed: text("ikke tatt imot", "inte mottaget", "not taken"),
        },
      },
      answered: {
        ...text("Undersøkelsen er besvart", "Undersökningen är besvarad", "The survey is answered"),
        values: { true: text("ja", "ja", "yes"), false: text("nei", "nej", "no") },
      },
      unsubscribed_at: text("Avmeldt", "Avanmäld", "Unsubscribed"),
    },
  },
} as const;
