import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { policyFirst, tightenPolicy } from "../../src/build/policy.ts";

const hashOf = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const page = (hashes: string, body: string) =>
  `<meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' ${hashes}; style-src 'self'">${body}`;

it("keeps the hashes of what is inline on the page, and no other", () => {
  const body = '<script>a()</script><style>b{}</style><script type="module" src="/c.js"></script>';
  const own = [hashOf("a()"), hashOf("b{}")].join(" ");
  const others = ["", "c()", "d{}"].map(hashOf).join(" ");
  expect(tightenPolicy(page(`${others} ${own}`, body), "a.html")).toBe(page(own, body));
});

it("stops at what the policy does not allow", () => {
  const body = "<script>evil()</script>";
  expect(() => tightenPolicy(page(hashOf("a()"), body), "a.html")).toThrow(/^a\.html .*\n.*Hint/);
});

it("leaves a page without a policy alone", () => {
  expect(tightenPolicy("<script>a()</script>", "a.html")).toBe("<script>a()</script>");
});

it("puts the policy before all that it has to cover", () => {
  const policy = `<meta http-equiv="content-security-policy" content="default-src 'none'">`;
  const start = '<html><head><meta charset="utf-8">';
  const rest = "<title>$& $1</title><script>a()</script>";
  const first = `${start}${policy}${rest}`;
  expect(policyFirst(`${start}${rest}${policy}`, "a.html")).toBe(first);
  expect(policyFirst(first, "a.html")).toBe(first);
  const late = `<html><head><title>A</title><meta charset="utf-8">${policy}`;
  expect(() => policyFirst(late, "a.html")).toThrow(/^a\.html .*charset[^]*Hint/);
});
