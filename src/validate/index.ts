export { explain } from "./explain.ts";
export { validateFragment } from "./fragment.ts";
export type { External } from "./objects.ts";
export { formatProblem, isFault, type Level } from "./problem.ts";
export { schema } from "./schema.ts";
export { validate, type ManifestFile } from "./validate.ts";
