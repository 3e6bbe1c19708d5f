/** At most so many within the last so many minutes. */
export type Limit = { readonly most: number; readonly windowMinutes: number };

/** How often a sign-in may be tried (A9). The one place where the numbers stand. */
export const defaultLimits = {
  /** One-time codes sent to one address. */
  codesPerAddress: { most: 5, windowMinutes: 60 },
  /** Wrong codes given for one address. */
  wrongCodesPerAddress: { most: 10, windowMinutes: 60 },
  /** Sign-ins begun or refused from one IP address (IPv6: from one /64). */
  attemptsPerIp: { most: 30, windowMinutes: 15 },
  /** Proofs of who one is that one person begins: a whole office has one IP address, and may have one such door. */
  proofsPerPerson: { most: 30, windowMinutes: 15 },
} as const satisfies Record<string, Limit>;

export type Limits = Readonly<Record<keyof typeof defaultLimits, Limit>>;

/** Wrong guesses after which one code is worthless. */
export const mostGuessesPerCode = 5;
export const codeMinutes = 10;
export const pendingMinutes = 10;
/** So long a browser knows where it was going: longer than a sign-in, which may have to be begun again. */
export const returnMinutes = 60;
export const sessionDays = 30;
export const unusedSessionDays = 14;
/** A session's last use is written down at most so often. */
export const touchSeconds = 60;
