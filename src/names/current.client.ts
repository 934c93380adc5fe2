import { currentValues } from "./store.client.ts";
import { namespaceFlag } from "./values.ts";

/** ` -n` with the namespace that the reader has given; empty while there is none. */
export const currentNamespaceFlag = (): string => namespaceFlag(currentValues());
