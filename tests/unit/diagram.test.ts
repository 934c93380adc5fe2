import { describe, expect, it } from "vitest";
import { readDiagram } from "../../src/diagrams/diagram.ts";
import { reportOf } from "./support/report.ts";

const good = `<svg viewBox="0 0 360 90">
  <title>A  title</title>
  <desc>What
  it shows.</desc>
  <path class="box" d="M0 0h9"/>
  <text x="1" y="2">Pod</text>
</svg>
`;

describe("readDiagram", () => {
  it("takes the drawing apart", () => {
    expect(readDiagram(good, "a.svg")).toEqual({
      viewBox: "0 0 360 90",
      title: "A title",
      description: "What it shows.",
      drawing: '<path class="box" d="M0 0h9"/><text x="1" y="2">Pod</text>',
    });
  });

  it.each([
    ["no alternative", /<desc>[^]*<\/desc>/, "", /no <title> or no <desc>/],
    ["no title", "<title>A  title</title>", "", /no <title> or no <desc>/],
    ["another width", "360 90", "400 90", /is no <svg viewBox/],
    ["no svg", "<svg", "<g", /is no <svg/],
    ["a colour", 'class="box"', 'fill="red"', /has fill=/],
    ["a style", 'class="box"', 'style="x"', /has style=/],
    ["an id", 'class="box"', 'id="x"', /has id=/],
    ["a script", "<path", "<script>x</script><path", /has <script/],
    ["a foreign address", "<path", '<a href="https://x.test"/><path', /has href=/],
  ])("%s is reported with the file and a hint", (_what, from, to, message) => {
    const report = reportOf(() => readDiagram(good.replace(from, to), "a.svg"));
    expect(report).toMatch(message);
    expect(report).toMatch(/^content\/diagrams\/a\.svg:[15] .+\n {2}Hint: .+\.$/);
  });
});
