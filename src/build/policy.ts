import { createHash } from "node:crypto";
import { glob, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

const META = /<meta http-equiv="content-security-policy" content="([^"]*)">/;
const INLINE = /<(?:script(?![^>]*\ssrc=)|style)[^>]*>([\s\S]*?)<\/(?:script|style)>/g;
const HASH = / 'sha256-([^']+)'/g;

/**
 * Leaves those hashes in a page's content security policy that something inline on the page has.
 * Astro lists every script and style of the site, each 50 bytes that nothing compresses.
 * @param html a page with its policy in a `<meta>`; one without is returned as it is
 * @param file its name, for messages
 * @throws Error naming the page, when it holds something inline that its policy does not allow
 */
export function tightenPolicy(html: string, file: string): string {
  const policy = META.exec(html)?.[1];
  if (policy === undefined) return html;
  const present = new Set(
    Array.from(html.matchAll(INLINE), ([, text = ""]) =>
      createHash("sha256").update(text).digest("base64"),
    ),
  );
  const allowed = new Set(Array.from(policy.matchAll(HASH), ([, hash]) => hash ?? ""));
  if ([...present].some((hash) => !allowed.has(hash))) {
    throw new Error(
      `${file} holds an inline script or style that its policy does not allow\n` +
        "  Hint: add its hash to security.csp in astro.config.mjs.",
    );
  }
  const tight = policy.replace(HASH, (all, hash: string) => (present.has(hash) ? all : ""));
  return html.replace(policy, () => tight);
}

/** An Astro integration that tightens the policy of every page, at the end of the build. */
export function tightPolicies(): AstroIntegration {
  return {
    name: "tight-policies",
    hooks: {
      "astro:build:done": async ({ dir }) => {
        const dist = fileURLToPath(dir);
        for await (const file of glob("**/*.html", { cwd: dist })) {
          const html = await readFile(join(dist, file), "utf8");
          await writeFile(join(dist, file), tightenPolicy(html, file));
        }
      },
    },
  };
}
