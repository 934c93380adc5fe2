import { ApiError } from "../objects.ts";
import type { Change } from "./collection.ts";

/** How many changes of a collection are kept for clients that watch from an earlier revision. */
const KEPT = 1000;

/** The last changes of one collection, by the revision that each led to. */
export class History {
  private readonly changes: { revision: number; change: Change }[] = [];
  /** The oldest revision from which nothing is missing. */
  private complete: number;

  /** @param revision the cluster's revision when the collection was made */
  constructor(revision: number) {
    this.complete = revision;
  }

  /** Adds a change; the oldest one is forgotten when there are too many. */
  add(revision: number, change: Change): void {
    this.changes.push({ revision, change });
    if (this.changes.length <= KEPT) return;
    this.changes.shift();
    this.complete = (this.changes[0]?.revision ?? revision) - 1;
  }

  /**
   * The changes after a revision, the oldest first.
   * @throws ApiError Expired when some are no longer kept (apiserver's
   *   storage/cacher/watch_cache.go), Invalid for what is not a revision
   */
  since(revision: string): Change[] {
    if (!/^\d+$/.test(revision)) {
      const cause = `strconv.ParseUint: parsing ${JSON.stringify(revision)}: invalid syntax`;
      const message = `resourceVersion: Invalid value: ${JSON.stringify(revision)}: ${cause}`;
      throw new ApiError(422, "Invalid", message);
    }
    const asked = Number(revision);
    if (asked < this.complete) {
      const message = `too old resource version: ${asked} (${this.complete})`;
      throw new ApiError(410, "Expired", message);
    }
    return this.changes.filter((one) => one.revision > asked).map(({ change }) => change);
  }
}
