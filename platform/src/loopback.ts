/** Whether a URL's host name, or an address to listen on, is this machine (RFC 6761 § 6.3, RFC 1122 § 3.2.1.3, RFC 4291 § 2.5.3). */
export const isLoopback = (hostname: string): boolean =>
  /^(.+\.)?localhost$|^127(\.\d{1,3}){3}$|^\[?::1\]?$/.test(hostname);
