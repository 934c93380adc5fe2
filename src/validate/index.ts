export { explain, type Descriptions, type Explanation } from "./explain.ts";
export { validateFragment, type Fragment } from "./fragment.ts";
export type { External } from "./objects.ts";
export { formatProblem, type Problem } from "./problem.ts";
export { schema } from "./schema.ts";
export { validate, type ManifestFile, type ValidateOptions } from "./validate.ts";
