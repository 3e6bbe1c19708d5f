/** Where a person complains (GDPR Art. 77), by the country of the controller. */
const authorities = {
  NO: { name: "Datatilsynet", site: "https://www.datatilsynet.no" },
  SE: { name: "Integritetsskyddsmyndigheten (IMY)", site: "https://www.imy.se" },
} as const;

export const authorityOf = (country: string) => authorities[country === "SE" ? "SE" : "NO"];
