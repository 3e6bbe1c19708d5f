import { text } from "../words.ts";

/**
 * What everyone at the operator signs before they see anything of a person (D11; GDPR Art. 28(3)(b), 32(4)). A
 * new text gets the next number, and is signed anew; a text that was signed is never changed.
 */
const versions = [
  text(
    `Jeg holder hemmelig alt jeg får vite om personer gjennom arbeidet med denne tjenesten.
Jeg ser bare på det jeg trenger for en oppgave jeg har fått, og bruker det ikke til noe annet.
Jeg gir det ikke videre til noen som ikke har rett til det, heller ikke til kolleger eller familie.
Jeg sier fra straks når opplysninger kan ha kommet på avveie.
Dette gjelder også etter at jeg har sluttet.`,
    `Jag håller hemligt allt jag får veta om personer genom arbetet med den här tjänsten.
Jag ser bara på det jag behöver för en uppgift jag har fått, och använder det inte till något annat.
Jag lämnar det inte vidare till någon som inte har rätt till det, inte heller till kolleger eller familj.
Jag säger till direkt när uppgifter kan ha kommit på avvägar.
Detta gäller även efter att jag har slutat.`,
    `I keep secret everything that I get to know about persons through my work with this service.
I look only at what I need for a task that I was given, and use it for nothing else.
I pass it on to nobody who has no right to it, colleagues and family included.
I report at once when data may have gone astray.
This holds also after I have left.`,
  ),
] as const;

/** The version that has to be signed now. */
export const confidentialityVersion: number = versions.length;

export const confidentialityText = versions[0];
