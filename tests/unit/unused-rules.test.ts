import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { withoutUnusedRules, wordsOf } from "../../src/build/unused-rules.ts";

const hashOf = (text: string) => createHash("sha256").update(text).digest("base64");
const page = (css: string) =>
  `<meta content="style-src 'sha256-${hashOf(css)}'"><style>${css}</style><p class="a b">.x{}</p>`;
const words = wordsOf(['e.className="set";', "f(`.asked-for`)"]);

const CASES: [what: string, css: string, left: string][] = [
  ["a class of the page", ".a{b:c}p.b:hover>i{d:e}", ".a{b:c}p.b:hover>i{d:e}"],
  ["a class of a script", ".set .asked-for{b:c}", ".set .asked-for{b:c}"],
  ["no class at all", "p,[hidden],:root{--x:.5}", "p,[hidden],:root{--x:.5}"],
  ["another class", ".x{b:c}.a .x{b:c}.a{d:e}", ".a{d:e}"],
  ["one of several", ".x,.a,p>.y:hover{b:c}", ".a{b:c}"],
  ["brackets", ".a:is(.x,p):not(:has(.y)){b:c}", ".a:is(.x,p):not(:has(.y)){b:c}"],
  ["a class before brackets", ".x:is(.a,p){b:c}", ""],
  [
    "strings",
    '.a:before{content:"}.x{"}.x:before{content:")"}.b{c:d}',
    '.a:before{content:"}.x{"}.b{c:d}',
  ],
  ["attributes", '.a[href=".x,.y"]{b:c}', '.a[href=".x,.y"]{b:c}'],
  ["a group", "@media print{.x{b:c}}@media screen{.x{b:c}.a{b:c}}", "@media screen{.a{b:c}}"],
  [
    "a layer's place",
    "@layer k,l;@layer m{.x{b:c}}@layer k{.a{b:c}}",
    "@layer k,l;@layer m;@layer k{.a{b:c}}",
  ],
  [
    "other rules",
    "@keyframes x{0%,60%{b:c}to{d:e}}.a{b:c}",
    "@keyframes x{0%,60%{b:c}to{d:e}}.a{b:c}",
  ],
];

it.each(CASES)("keeps what may match: %s", (_what, css, left) => {
  expect(withoutUnusedRules(page(css), words)).toBe(page(left));
});
