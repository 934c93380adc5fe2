import { spawnSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { findPlaceholders } from "../../src/shell/placeholders.ts";
import { NAMES } from "../../src/names/declared.ts";
import { fill } from "../../src/names/fill.ts";
import { namespaceSpots } from "../../src/kubectl/namespace.ts";
import { quoteContextAt } from "../../src/shell/quote-context.ts";
import { quote, type QuoteContext } from "../../src/shell/quote.ts";
import { problemWith, type Rule } from "../../src/names/rules.ts";
import { readPages } from "../../src/content/pages.ts";
import { commandsOf } from "../../src/content/shell-blocks.ts";

const commands = readPages().flatMap((page) => commandsOf(page).map(({ text }) => text));
const SHELLS = [
  ["bash", ["--norc", "-s"]],
  ["zsh", ["-f", "-s"]],
] as const;
const shells = SHELLS.filter(([shell]) => spawnSync(shell, ["-c", ":"]).status === 0);

/** The arguments that a program gets, one a line, as the shell hands them on. */
function args(shell: string, flags: readonly string[], command: string): string[] {
  const input = `show() { printf '%s\\0' "$@"; }\n${command}\n`;
  const { stdout, stderr } = spawnSync(shell, flags, { input, encoding: "utf8" });
  if (stderr) throw new Error(stderr);
  return stdout.split("\0").slice(0, -1);
}

describe("the declared names", () => {
  it("are all used, and every placeholder is declared", () => {
    const used = commands.flatMap((text) => findPlaceholders(text).map(({ name }) => name));
    expect(new Set(used)).toEqual(new Set(NAMES.keys()));
  });

  it.each([...NAMES])(
    "%s: example and words are right",
    (_name, { example, rule, label, note }) => {
      expect(problemWith(example, rule)).toBeUndefined();
      expect(label).toMatch(/^[A-Z]/);
      expect(note).toMatch(/^[A-Z].*\.$/);
    },
  );
});

describe("rules", () => {
  const long = "a".repeat(64);
  it.each<[Rule, string]>([
    ["label", "shop"],
    ["label", "a-1"],
    ["label", "1"],
    ["label", "a".repeat(63)],
    ["subdomain", "api-server-7f56958df-x7k2p"],
    ["subdomain", "ip-10-0-1-2.eu-west-1.compute.internal"],
    ["subdomain", long],
    ["image", "myrepo/api-server:v1.2.3"],
    ["image", "localhost:5000/a/b_c:1"],
    ["image", `busybox@sha256:${"0".repeat(64)}`],
    ["text", "arn:aws:eks:eu-west-1:1:cluster/shop"],
    ["text", "my context's name"],
    ["text", ""],
  ])("%s takes %j", (rule, value) => {
    expect(problemWith(value, rule)).toBeUndefined();
  });

  it.each<[Rule, string, RegExp]>([
    ["label", "Shop", /uppercase/],
    ["label", "a.b", /“\.” is not allowed/],
    ["label", "-a", /option/],
    ["label", "a-", /begin and end/],
    ["label", long, /longer than 63/],
    ["subdomain", "pod/api", /slash/],
    ["subdomain", "a b", /space/],
    ["subdomain", "a..b", /begin and end/],
    ["subdomain", "a_b", /“_” is not allowed/],
    ["subdomain", "x;reboot", /“;” is not allowed/],
    ["subdomain", "$(reboot)", /is not allowed/],
    ["subdomain", "a".repeat(254), /longer than 253/],
    ["image", "Api:1", /not an image/],
    ["image", "a:b:c", /not an image/],
    ["image", "x;reboot", /not an image/],
    ["text", "--all", /option/],
    ["text", "a\u0000b", /control/],
    ["text", "a\nb", /control/],
    ["text", "a\u2028b", /control/],
  ])("%s refuses %j", (rule, value, reason) => {
    expect(problemWith(value, rule)).toMatch(reason);
  });
});

describe("quotes", () => {
  const nasty = [
    ..."a b|a'b|a\"b|$HOME|$(echo x)|`echo x`|a;b|a&b|a>b|*|~|#a|a!b|\\|a\\|''|=ls|{a,b}|é⚓|%1".split(
      "|",
    ),
    "a|b",
    "' ; echo '",
    "'\"'\"' $(echo x)",
  ];
  const around: [QuoteContext, (value: string) => string][] = [
    ["bare", (value) => `show x=${value}.y`],
    ["bare", (value) => `show ${value}`],
    ["single", (value) => `show 'x=${value}.y'`],
    ["double", (value) => `show "x=${value}.y"`],
  ];

  it.each(shells)("%s hands every value on unchanged", (shell, flags) => {
    for (const value of nasty) {
      for (const [context, write] of around) {
        const quoted = quote(value, context) ?? "";
        const whole = write("").includes("x=") ? `x=${value}.y` : value;
        expect(args(shell, flags, write(quoted)), `${context}: ${value}`).toEqual([whole]);
      }
    }
  });

  it.each<[string, QuoteContext]>([
    ["a <x>", "bare"],
    ["a '<x>", "single"],
    ['a "<x>', "double"],
    ["a 'b' <x>", "bare"],
    ["a \\' <x>", "bare"],
    [`a "'" <x>`, "bare"],
    [`a '"' <x>`, "bare"],
    ['a "$(b <x>', "complex"],
    ["a `b <x>", "complex"],
    ["a $'b <x>", "complex"],
    ["cat <<EOF\n<x>", "complex"],
    ["cat <<EOF\nEOF\na <x>", "bare"],
    ["a '$(b)' <x>", "bare"],
    ['a "$(b "c")" "<x>"', "double"],
    ['a "${b:-<x>}"', "complex"],
    ["a ${b} <x>", "bare"],
    ["a > <x>", "bare"],
    ["a $((1 << 2)) <x>", "bare"],
  ])("%j is read as %s", (text, context) => {
    expect(quoteContextAt(text, text.indexOf("<x>"))).toBe(context);
  });

  it("gives up where no quotes are sure", () => {
    expect(quote("a b", "complex")).toBeUndefined();
    expect(quote("a-b.c", "complex")).toBe("a-b.c");
    expect(fill('echo "$(a <context>)"', { context: 'a" ; reboot "' })).toContain("<context>");
  });
});

describe("the namespace", () => {
  const withNamespace = (text: string) => fill(text, { namespace: "shop" });

  it.each([
    ["kubectl get pods", "kubectl -n shop get pods"],
    ["kubectl get pods -w", "kubectl -n shop get pods -w"],
    ["kubectl exec <pod-name> -- ls -n", "kubectl -n shop exec <pod-name> -- ls -n"],
    ["kubectl auth can-i get pods", "kubectl -n shop auth can-i get pods"],
    ["kubectl top pod", "kubectl -n shop top pod"],
    ["sudo kubectl logs x | grep y", "sudo kubectl -n shop logs x | grep y"],
    [
      "kubectl create job x --dry-run=client -o yaml | kubectl apply -f -",
      "kubectl -n shop create job x --dry-run=client -o yaml | kubectl -n shop apply -f -",
    ],
    ["kubectl apply -f - <<'EOF'\na: b\nEOF", "kubectl -n shop apply -f - <<'EOF'\na: b\nEOF"],
    ["kubectl get pods -n <namespace>", "kubectl get pods -n shop"],
    ["kubectl get pod no", "kubectl -n shop get pod no"],
    ["kubectl describe pod pc", "kubectl -n shop describe pod pc"],
    ["kubectl logs ns", "kubectl -n shop logs ns"],
    ["kubectl get -o wide pod no", "kubectl -n shop get -o wide pod no"],
    ["kubectl get pods,nodes", "kubectl -n shop get pods,nodes"],
    ["kubectl label pod/x a.io/b-", "kubectl -n shop label pod/x a.io/b-"],
    ["kubectl create role sc --verb=get", "kubectl -n shop create role sc --verb=get"],
    [
      "kubectl rollout status \\\n  deployment/x",
      "kubectl -n shop rollout status \\\n  deployment/x",
    ],
  ])("%j becomes %j", (text, expected) => {
    expect(withNamespace(text)).toBe(expected);
  });

  it.each([
    "kubectl get pods -A",
    "kubectl get pods --all-namespaces",
    "kubectl get pods --namespace=x",
    "kubectl get nodes",
    "kubectl get node/node-2",
    "kubectl describe namespace x",
    "kubectl create namespace x",
    "kubectl auth can-i list nodes",
    "kubectl get --raw /healthz",
    "kubectl config view",
    "kubectl version",
    "kubectl drain node-2",
    "kubectl api-resources --namespaced=true",
    "docker run kubectl",
    "kubectl get pods -wA",
    "kubectl get pods -nother",
    "kubectl get no,pv",
    "kubectl get -l a=b nodes",
    "kubectl get Nodes",
    "kubectl label node/x a.io/b=c",
    "kubectl debug node/x --image=busybox",
    "kubectl proxy",
    "kubectl get pods; bash -c 'kubectl get services'",
    "echo 'kubectl get pods'",
  ])("%j stays as it is", (text) => {
    expect(withNamespace(text)).toBe(text);
  });

  it("is added to most commands of the site", () => {
    const some = commands.filter((text) => namespaceSpots(text).length > 0);
    expect(some.length).toBeGreaterThan(commands.length / 2);
  });
});
