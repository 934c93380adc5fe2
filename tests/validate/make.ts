import type { Broken } from "./samples.ts";

/** An object that is complete but for what follows. */
export const head = (apiVersion: string, kind: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: api-server }\n`;

/** An object whose spec is written in the flow style, in line 4. */
export const withSpec = (apiVersion: string, kind: string, spec: string): string =>
  `${head(apiVersion, kind)}spec: ${spec}\n`;

/** A Pod with one container, whose fields are given; they are in line 4. */
export const pod = (container: string, spec = ""): string =>
  withSpec("v1", "Pod", `{ containers: [{ name: api, image: api:1, ${container} }], ${spec} }`);

/** Faults in the fourth line, from what is planted and what must be said of it. */
export const inLine4 = (
  make: (planted: string) => string,
  faults: Readonly<Record<string, RegExp>>,
): Broken[] =>
  Object.entries(faults).map(([planted, message]) => {
    const text = make(planted);
    const [, kind = ""] = /^kind: (\w+)/m.exec(text) ?? [];
    return { fault: `${kind}: ${planted}`, text, line: 4, message, complete: false };
  });
