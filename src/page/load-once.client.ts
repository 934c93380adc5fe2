/**
 * Wraps a loader so that each key is loaded once; a failure is forgotten, so that the next call
 * tries again.
 * @param load further arguments are those of the first call with a key
 */
export function loadOnce<Key, Rest extends unknown[], Value>(
  load: (key: Key, ...rest: Rest) => Promise<Value>,
): (key: Key, ...rest: Rest) => Promise<Value> {
  const loaded = new Map<Key, Promise<Value>>();
  return (key, ...rest) => {
    const known = loaded.get(key);
    if (known) return known;
    const loading = load(key, ...rest);
    loaded.set(key, loading);
    loading.catch(() => loaded.delete(key));
    return loading;
  };
}

/**
 * Fetches a JSON file of the site.
 * @throws Error naming the address and the status, or whatever `fetch` throws
 */
export async function fetchJson(url: string): Promise<unknown> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return response.json();
}
