/**
 * Reads something once for all pages of a build. While pages are written, with the development
 * server, it is read each time, since the files change.
 * @param read reads it; what it returns is shared, and not to be changed
 */
export function oncePerBuild<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => (import.meta.env.PROD ? (value ??= read()) : read());
}
