import type { Effect } from "../kubectl/verbs.ts";
import type { Command } from "../content/commands.ts";

/** A command as a page shows it. */
export interface ShownCommand extends Pick<Command, "text" | "note"> {
  /** Fragment identifier, unique on its page. */
  id: string;
  effect: Effect;
}
