/** Ties a field to others that have to agree with it, in this manifest or another. */
export interface Tie {
  /** A sentence; code is between backticks. */
  say: string;
  /** The other fields: `service.yaml#9`. */
  to: string[];
}

/** What the reading aid says of one field of a manifest. */
export interface FieldNote {
  /** The field's name as the file writes it. */
  key: string;
  /** Its path: `spec.template.spec.containers[].image`. */
  path: string;
  /** In words: `whole number`, `list of Container`. */
  type: string;
  required: boolean;
  /** For a name that the API does not know: whose it is, a sentence as in Tie. */
  own?: string;
  /** The API's own text. */
  text: string;
  /** The command that shows the same in a terminal. */
  command: string;
  ties?: Tie[];
}

/** What the browser loads for a manifest. */
export interface FieldNotes {
  /** Minor version of Kubernetes that the texts come from. */
  version: string;
  /**
   * Notes by place: the line, counted from 1, and for any key but the first of its line a dot and
   * how many keys stand before it.
   */
  fields: Record<string, FieldNote>;
}

/** The address of a manifest's notes. */
export function notesPath(file: string): string {
  return `/manifests/${file.replace(/\.yaml$/, "")}.fields.json`;
}
