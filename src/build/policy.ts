import { hashOf } from "./hash.ts";

const META = /<meta http-equiv="content-security-policy" content="([^"]*)">/;
const START = /<head>\s*<meta charset="utf-8">/i;
const INLINE = /<(?:script(?![^>]*\ssrc=)|style)[^>]*>([\s\S]*?)<\/(?:script|style)>/g;
const HASH = / 'sha256-([^']+)'/g;

/**
 * Removes from a page's content security policy the hashes of what is not inline on the page.
 * Astro lists every script and style of the site, each 50 bytes that nothing compresses.
 * @param html a page with its policy in a `<meta>`; one without is returned as it is
 * @param file its name, for messages
 * @throws Error naming the page, when it has an inline script or style that its policy does not allow
 */
export function tightenPolicy(html: string, file: string): string {
  const policy = META.exec(html)?.[1];
  if (policy === undefined) return html;
  const present = new Set(Array.from(html.matchAll(INLINE), ([, text = ""]) => hashOf(text)));
  const allowed = new Set(Array.from(policy.matchAll(HASH), ([, hash]) => hash ?? ""));
  if ([...present].some((hash) => !allowed.has(hash))) {
    throw new Error(
      `${file} has an inline script or style that its policy does not allow\n` +
        "  Hint: add its hash to security.csp in astro.config.mjs.",
    );
  }
  const tight = policy.replace(HASH, (all, hash: string) => (present.has(hash) ? all : ""));
  return html.replace(policy, () => tight);
}

/**
 * Moves a page's content security policy right after its encoding: a policy in a `<meta>` does not
 * cover what comes before it.
 * @param html a page with its policy in a `<meta>`; one without is returned as it is
 * @throws Error naming the page, when its head does not begin with the encoding
 */
export function policyFirst(html: string, file: string): string {
  const policy = META.exec(html)?.[0];
  if (policy === undefined) return html;
  if (!START.test(html)) {
    throw new Error(
      `${file} does not begin its head with <meta charset>\n` +
        "  Hint: see src/layouts/Document.astro.",
    );
  }
  return html.replace(policy, "").replace(START, (start) => start + policy);
}
