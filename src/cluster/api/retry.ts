import { ApiError } from "../objects.ts";

/** How often a change is retried (apiserver's handlers/patch.go, maxRetryWhenPatchConflicts). */
const MOST_RETRIES = 5;

/** Retries a change that another writer, such as a controller, came before. */
export async function retryOnConflict<Result>(change: () => Promise<Result>): Promise<Result> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await change();
    } catch (error) {
      const conflict = error instanceof ApiError && error.reason === "Conflict";
      if (!conflict || attempt >= MOST_RETRIES) throw error;
    }
  }
}
