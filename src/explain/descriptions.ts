import type { Descriptions } from "../validate/explain.ts";

const [found] = Object.values(
  import.meta.glob<Descriptions>("/.generated/descriptions.json", {
    import: "default",
    eager: true,
  }),
);

/**
 * The texts of the Kubernetes API.
 * @throws Error when they have not been generated
 */
export function getDescriptions(): Descriptions {
  if (found) return found;
  throw new Error("no .generated/descriptions.json\n  Hint: run `node scripts/schema.ts`.");
}
