import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { COMPONENTS, componentsFor, isLocated } from "../../src/mdx/registry.ts";

/** What a list of components has, by its source: Vitest does not compile Astro's components. */
function listed(file: string): string[] {
  const source = readFileSync(`src/mdx/${file}`, "utf8");
  const names = /= \{([^}]*)\}/.exec(source)?.[1] ?? "";
  return Array.from(names.matchAll(/^ {2}([A-Z]\w*),$/gm), ([, name = ""]) => name);
}

it.each([
  ["pages", "page-components.ts"],
  ["starts", "start-components.ts"],
] as const)("the components of %s are those of the registry", (kind, file) => {
  const uses = Object.entries(COMPONENTS);
  const wanted = uses.filter(([, { on }]) => on === "all" || on === kind).map(([name]) => name);
  expect(listed(file).sort()).toEqual(wanted.sort());
  for (const name of componentsFor(kind)) expect(wanted).toContain(name);
});

it("what the build writes is not for writers, and gets its location from the build", () => {
  expect(componentsFor("pages")).not.toContain("Commands");
  expect(componentsFor("starts")).not.toContain("Manifest");
  expect(isLocated("Manifest")).toBe(true);
  for (const name of ["Commands", "Steps", "Nope", "constructor", null]) {
    expect(isLocated(name), String(name)).toBe(false);
  }
});
