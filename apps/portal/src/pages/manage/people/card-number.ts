/** Without what is printed between the digits, and what a reader may send before or after them. */
export const asNumber = (typed: string): string => typed.replaceAll(/[\s:.-]/g, "");
