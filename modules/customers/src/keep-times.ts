/** A customer relationship is over three years after the last contact (B15), in days. */
export const keepDays = 3 * 365;
