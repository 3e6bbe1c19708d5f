/** A person's cases that are not closed: so many at a time. */
export const mostOpenCases = 20;
/** A person's messages in an hour: each may send a letter to the staff. */
export const mostMessagesAnHour = 30;
/** A case with more is read by nobody. */
export const mostMessagesInCase = 200;
/** So long after the staff's last answer a case closes of itself. */
export const silentDays = 30;
/** So long after it was closed a case is kept, and opens again when somebody writes. */
export const keepDays = 365;
