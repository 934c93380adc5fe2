import { execFileSync, spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { run } from "../../scripts/validate.ts";
import { head, pod } from "./make.ts";

const good = `${head("v1", "ConfigMap")}data: { LOG_LEVEL: info }\n`;
const files: Record<string, string> = {
  "good.yaml": good,
  "advice.yaml": pod(""),
  "broken.yaml": `${good}---\n${pod("imagePullPolicy: always")}`,
  "other.yaml": `${head("monitoring.example.com/v1", "Rule")}---\n${good}`,
  "-": good.replace("info", "1"),
};
const read = (name: string) => {
  const text = files[name];
  if (text === undefined) throw new Error("no such file");
  return text;
};

test("a problem has its level, place, path and remedy", () => {
  const { out, err, status } = run(["good.yaml", "broken.yaml"], read);
  expect(out).toMatch(
    /^error {3}broken\.yaml:9:\d+ spec\.containers\[0\]\.imagePullPolicy: must be one of .*, did you mean "Always"\?$/m,
  );
  expect(err).toMatch(/1 error.* in 2 files/);
  expect(status).toBe(1);
});

test("advice and kinds that are not checked do not fail", () => {
  const advice = run(["advice.yaml"], read);
  expect(advice.out).toMatch(/^advice {2}advice\.yaml:4:/m);
  expect(advice.status).toBe(0);
  const other = run(["other.yaml"], read);
  expect(other.out).toMatch(/^note {4}other\.yaml:2:7 kind: Rule of .* is not checked here/m);
  expect(other.status).toBe(0);
  expect(run(["good.yaml"], read)).toEqual({
    out: "",
    err: "nothing to say in 1 file\n",
    status: 0,
  });
});

test("standard input is read for - and without a file", () => {
  for (const args of [["-"], []]) {
    expect(run(args, read).out).toMatch(/^error {3}standard input:4:\d+ data\.LOG_LEVEL: must be/m);
  }
});

test("what cannot be read, and what is no option", () => {
  expect(run(["missing.yaml"], read)).toMatchObject({ out: "", status: 2 });
  expect(run(["missing.yaml"], read).err).toMatch(/cannot read missing\.yaml: no such file/);
  expect(run(["--strict"], read)).toMatchObject({ status: 2 });
  expect(run(["--help"], read).out).toMatch(/Exit status: 0 no error, 1 an error/);
});

test("the script itself reads standard input and ends with the status", () => {
  const broken = spawnSync(process.execPath, ["scripts/validate.ts"], { input: pod("tag: a") });
  expect(broken.stdout.toString()).toMatch(/write the tag behind the image/);
  expect(broken.status).toBe(1);
  expect(execFileSync(process.execPath, ["scripts/validate.ts", "-"], { input: good }).length).toBe(
    0,
  );
});
