/** Without what is printed between the digits, and what a reader may send before or after them. */
export const asNumber = (typed: string): string => typed.replaceAll(/[\s:.-]/g, "");

/** As the server reads it, said before it is asked. */
export const isNumber = (typed: string): boolean => /^[\dA-Fa-f]{4,32}$/.test(asNumber(typed));
