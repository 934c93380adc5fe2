import { search, type Answer } from "../engine/engine.client.ts";

/** Receives what happens to a query while it runs. */
export interface QueryListener {
  /** An answer; the first may have searched names only, and a complete one follows. */
  answered: (answer: Answer, query: string) => void;
  /** Loading failed; `partly`: after an answer by names. */
  failed: (partly: boolean) => void;
}

/** Runs the newest query: answers to older ones that come late are dropped. */
export class QueryRunner {
  readonly #listener: QueryListener;
  #newest = 0;

  constructor(listener: QueryListener) {
    this.#listener = listener;
  }

  /** Drops what is still running. */
  cancel(): void {
    this.#newest += 1;
  }

  /**
   * @param group only places of this group; all when it is missing
   * @returns true when it ended as the newest
   */
  async run(query: string, group: string | undefined): Promise<boolean> {
    const number = ++this.#newest;
    const outdated = () => number !== this.#newest;
    let answered = false;
    try {
      for await (const answer of search(query, group)) {
        if (outdated()) return false;
        this.#listener.answered(answer, query);
        answered = true;
      }
    } catch {
      if (!outdated()) this.#listener.failed(answered);
    }
    return !outdated();
  }
}
