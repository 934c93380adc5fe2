/** Where the built site is served for the tests; SITE_PORT lets two checkouts test at once. */
export const PORT = Number(process.env["SITE_PORT"] ?? 4399);

/** The site on an origin without the Clipboard API: plain http, and no address of this machine. */
export const INSECURE = `http://insecure.test:${PORT}`;
