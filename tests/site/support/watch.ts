import type { Page, Request } from "@playwright/test";

/** What a page did that it should not do, and what it asked the network for. */
export interface Watch {
  /** Console errors, uncaught errors, CSP violations, dialogs, failed requests: one line each. */
  faults: string[];
  /** Requests to another origin than the page's own. */
  foreign: string[];
  requests: Request[];
}

/**
 * Listens to a page from before its first navigation.
 * @param page a page that has gone nowhere yet
 * @returns lists that fill as the page does things
 */
export async function watch(page: Page): Promise<Watch> {
  const seen: Watch = { faults: [], foreign: [], requests: [] };
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    const { url } = message.location();
    // The browser itself reports the status of the page for unknown addresses.
    if (url === page.url() && message.text().includes("status of 404")) return;
    seen.faults.push(`console ${message.type()}: ${message.text()} (${url})`);
  });
  page.on("pageerror", (error) => seen.faults.push(`uncaught: ${error.message}`));
  page.on("dialog", (dialog) => {
    seen.faults.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("request", (request) => {
    seen.requests.push(request);
    const { protocol, origin } = new URL(request.url());
    const frame = request.isNavigationRequest() ? request.url() : page.url();
    if (protocol !== "data:" && origin !== new URL(frame).origin) seen.foreign.push(request.url());
  });
  page.on("requestfailed", (request) => {
    // The icon of a page that the test leaves while it loads.
    if (request.failure()?.errorText === "net::ERR_ABORTED") return;
    seen.faults.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ""}`);
  });
  await page.addInitScript(() => {
    addEventListener("securitypolicyviolation", (event) => {
      console.error(`CSP: ${event.effectiveDirective} blocks ${event.blockedURI}`);
    });
  });
  return seen;
}
