/** A generator of numbers in [0, 1) that are always the same (mulberry32). */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Runs something with the same random numbers each time: the kubelets spread their timers by them,
 * and the number of events so far would depend on it.
 * @param run what to run
 * @returns what it returns
 */
export async function seeded<Result>(run: () => Promise<Result>): Promise<Result> {
  const { random } = Math;
  Math.random = generator(1);
  try {
    return await run();
  } finally {
    Math.random = random;
  }
}
