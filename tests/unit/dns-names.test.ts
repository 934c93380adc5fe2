import { describe, expect, it } from "vitest";
import { hasLabelForm, hasSubdomainForm } from "../../src/text/dns-names.ts";

describe("a DNS label", () => {
  it.each(["a", "1", "a-1", "0-a", "a--b"])("%s is one", (text) => {
    expect(hasLabelForm(text)).toBe(true);
    expect(hasSubdomainForm(text)).toBe(true);
  });

  it.each(["", "-a", "a-", "A", "a_b", "a b", "a\n"])("%j is none", (text) => {
    expect(hasLabelForm(text)).toBe(false);
    expect(hasSubdomainForm(text)).toBe(false);
  });
});

it("a subdomain is labels joined by dots", () => {
  for (const text of ["a.b", "ip-10-0-1-2.internal"]) {
    expect(hasSubdomainForm(text)).toBe(true);
    expect(hasLabelForm(text)).toBe(false);
  }
  for (const text of [".a", "a.", "a..b", "a.-b", "a-.b", "."]) {
    expect(hasSubdomainForm(text)).toBe(false);
  }
});
