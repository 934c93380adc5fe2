import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { highlight } from "../../src/code/highlight.ts";
import { manifests as sources } from "../../src/content/manifests.ts";
import { readDescriptions } from "../../src/explain/descriptions.ts";
import { explainManifests } from "../../src/explain/explain.ts";
import { notesPath, type FieldNote, type FieldNotes } from "../../src/explain/notes.ts";
import { readManifest } from "../../src/explain/read.ts";

const descriptions = readDescriptions(process.cwd());
const all = explainManifests(sources, descriptions);

/** The note at a path of a manifest. */
function noteAt(notes: ReadonlyMap<string, FieldNotes>, file: string, path: string): FieldNote {
  const found = Object.values(notes.get(file)?.fields ?? {}).find((note) => note.path === path);
  if (!found) throw new Error(`${file} has no note on ${path}`);
  return found;
}

// Of what only kubectl reads, the API says nothing.
const objects = [...sources].filter(([file]) => file !== "kustomization.yaml");

describe.each(objects)("%s", (file, source) => {
  const fields = all.get(file)?.fields ?? {};

  it("has a note on every word that is coloured as a key", () => {
    const { document } = parseHTML(`<code>${highlight(source, "yaml")}</code>`);
    // Block scalars open with a mark of the same colour.
    const keys = Array.from(document.querySelectorAll(".k"), (key) => key.textContent);
    const shown = keys.filter((key) => !/^[|>][-+]?$/.test(key));
    expect(Object.values(fields).map(({ key }) => key)).toEqual(shown);
  });

  it("finds each key on its line", () => {
    const lines = source.split("\n");
    for (const [id, { key }] of Object.entries(fields)) {
      expect(lines[Number.parseInt(id, 10) - 1]).toContain(`${key}:`);
    }
  });

  it("says what each field means, or whose it is", () => {
    for (const note of Object.values(fields)) {
      expect.soft(note.text, note.path).not.toBe("");
      expect.soft(note.type, note.path).toMatch(/^[\w|./ ]+$/);
      expect.soft(note.command, note.path).toMatch(/^kubectl explain [a-z]+(\.[A-Za-z]+)+$/);
    }
  });

  it("is tied to fields that exist, and that are tied back", () => {
    for (const [id, { ties = [], path }] of Object.entries(fields)) {
      for (const { say, to } of ties) {
        expect.soft(say, path).not.toContain("{}");
        for (const place of to) {
          const [other = "", there = ""] = place.split("#");
          const back = all.get(other)?.fields[there]?.ties?.flatMap((tie) => tie.to);
          expect.soft(back, `${file} ${path} → ${place}`).toContain(`${file}#${id}`);
        }
      }
    }
  });
});

describe("ties", () => {
  it.each([
    ["deployment.yaml", "spec.selector.matchLabels.app", "spec.template.metadata.labels.app"],
    ["service.yaml", "spec.selector.app", "`spec.template.metadata.labels.app` of deployment"],
    ["service.yaml", "spec.ports[].targetPort", "ports[].containerPort` of deployment"],
    ["deployment.yaml", "spec.template.spec.containers[].readinessProbe.httpGet.port", "container"],
    ["hpa.yaml", "spec.scaleTargetRef.name", "`metadata.name` of deployment"],
    ["httproute.yaml", "spec.rules[].backendRefs[].name", "`metadata.name` of service.yaml"],
    ["httproute.yaml", "spec.rules[].backendRefs[].port", "`spec.ports[].port` of service.yaml"],
    [
      "ingress.yaml",
      "spec.rules[].http.paths[].backend.service.port.number",
      "`spec.ports[].port` of service.yaml",
    ],
    [
      "deployment-with-config.yaml",
      "spec.template.spec.containers[].env[].valueFrom.configMapKeyRef.key",
      "`data.LOG_LEVEL` of configmap.yaml",
    ],
    [
      "deployment-with-config.yaml",
      "spec.template.spec.containers[].volumeMounts[].name",
      "`spec.template.spec.volumes[].name`",
    ],
  ])("%s %s", (file, path, words) => {
    const said = noteAt(all, file, path).ties?.map(({ say }) => say);
    expect(said?.join("\n")).toContain(words);
  });

  it("finds a Secret of the set, and no other", () => {
    const secret =
      "apiVersion: v1\nkind: Secret\nmetadata:\n  name: db-secret\nstringData:\n  url: x\n";
    const path = "spec.template.spec.containers[].env[].valueFrom.secretKeyRef.key";
    const tied = (text: string) =>
      noteAt(
        explainManifests(new Map([...sources, ["secret.yaml", text]]), descriptions),
        "deployment.yaml",
        path,
      ).ties;
    expect(tied(secret)?.flatMap(({ to }) => to)).toEqual(["secret.yaml#6"]);
    expect(tied(secret.replace("db-secret", "other"))).toBeUndefined();
  });

  it("does not tie a Service to Pods that it does not select", () => {
    const service = (sources.get("service.yaml") ?? "").replace("app: api-server", "app: other");
    const notes = explainManifests(new Map([...sources, ["service.yaml", service]]), descriptions);
    expect(noteAt(notes, "service.yaml", "spec.selector.app").ties).toBeUndefined();
  });
});

describe("notes", () => {
  it("tell the writer's keys and names of resources from the API's", () => {
    expect(noteAt(all, "configmap.yaml", "data.LOG_LEVEL").own).toBe(
      "A key of your own in `data`.",
    );
    const memory = "spec.template.spec.containers[].resources.limits.memory";
    expect(noteAt(all, "deployment.yaml", memory)).toMatchObject({
      own: "The name of a resource in `limits`.",
      type: "quantity",
    });
    expect(noteAt(all, "deployment.yaml", "spec.replicas").own).toBeUndefined();
  });

  it("count keys that share a line", () => {
    const flow = "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a, labels: { app: b } }\n";
    const { fields } = readManifest("a.yaml", flow);
    expect([...fields.values()].map(({ id }) => id)).toEqual(["1", "2", "3", "3.1", "3.2", "3.3"]);
  });

  it("stop the build at a field that its kind does not have, and at broken YAML", () => {
    const broken = new Map([["a.yaml", "apiVersion: v1\nkind: ConfigMap\ndate: {}\n"]]);
    expect(() => explainManifests(broken, descriptions)).toThrow(
      /a\.yaml ConfigMap v1 has no date/,
    );
    expect(() => readManifest("a.yaml", "a:\n\tb: 1\n")).toThrow(/a\.yaml:2 /);
  });

  it("have an address beside their manifest", () => {
    expect(notesPath("deployment.yaml")).toBe("/manifests/deployment.fields.json");
  });
});
