export type Language = "en" | "nb" | "sv";

// Both written Norwegians are read by the same people, and browsers send any of the three.
const KNOWN: Readonly<Record<string, Language>> = {
  en: "en",
  nb: "nb",
  no: "nb",
  nn: "nb",
  sv: "sv",
};

/** The best of an Accept-Language header (RFC 9110, 12.5.4); English when it names none of ours. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [range = "", ...parameters] = part.trim().toLowerCase().split(";");
      const q = parameters.map((each) => each.trim()).find((each) => each.startsWith("q="));
      return { language: KNOWN[range.split("-")[0] ?? ""], q: q ? Number(q.slice(2)) : 1 };
    })
    .filter((each) => each.q > 0)
    .sort((a, b) => b.q - a.q);
  return wanted.find((each) => each.language)?.language ?? "en";
}
