/** Where the built site is served for the tests. */
export const PORT = 4399;

/** The site on an origin without the Clipboard API: plain http, and no address of this machine. */
export const INSECURE = `http://insecure.test:${PORT}`;
