import { text } from "../words.ts";

/** What can change in a notice, as a heading. Safe in a browser. */
export const changeWords = {
  "purpose-added": text("Nytt formål", "Nytt ändamål", "New purpose"),
  "purpose-removed": text("Formål som faller bort", "Ändamål som upphör", "Purpose that ends"),
  "basis-changed": text("Et annet grunnlag", "En annan grund", "Another legal basis"),
  "interest-changed": text("En annen interesse", "Ett annat intresse", "Another interest"),
  "role-changed": text(
    "En annen behandlingsansvarlig",
    "En annan personuppgiftsansvarig",
    "Another controller",
  ),
  "label-added": text("Ny type opplysning", "Ny typ av uppgift", "New kind of data"),
  "label-removed": text(
    "Type opplysning som ikke brukes lenger",
    "Typ av uppgift som inte används längre",
    "Kind of data that is no longer used",
  ),
  "recipient-added": text("Ny mottaker", "Ny mottagare", "New recipient"),
  "recipient-removed": text(
    "Mottaker som ikke får det lenger",
    "Mottagare som inte får det längre",
    "Recipient that gets it no more",
  ),
  "supplier-added": text("Ny leverandør", "Ny leverantör", "New supplier"),
  "supplier-removed": text(
    "Leverandør som ikke brukes lenger",
    "Leverantör som inte används längre",
    "Supplier that is no longer used",
  ),
  "country-added": text(
    "Nytt land som opplysninger går til",
    "Nytt land som uppgifter går till",
    "New country to which data goes",
  ),
  "source-added": text("Ny kilde", "Ny källa", "New source"),
  "source-removed": text(
    "Kilde som ikke brukes lenger",
    "Källa som inte används längre",
    "Source that is no longer used",
  ),
  "data-added": text("Nye opplysninger", "Nya uppgifter", "New data"),
  "data-removed": text(
    "Opplysninger som ikke lagres lenger",
    "Uppgifter som inte lagras längre",
    "Data that is no longer stored",
  ),
  "kept-longer": text("Lagres lenger", "Lagras längre", "Kept longer"),
  "kept-shorter": text("Lagres kortere", "Lagras kortare", "Kept shorter"),
  "machine-decides": text(
    "En maskin avgjør eller lager en profil",
    "En maskin avgör eller gör en profil",
    "A machine decides or makes a profile",
  ),
  "contact-changed": text("Kontaktopplysninger", "Kontaktuppgifter", "Contact details"),
  "words-changed": text("Ordlyd", "Ordalydelse", "Wording"),
};
