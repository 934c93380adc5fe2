/**
 * How many slips lie between two words: a letter too many, too few, another one, or two swapped
 * (optimal string alignment distance).
 * @param a a word
 * @param b another word
 * @param limit the count beyond which nobody asks
 * @returns the number of slips; `limit + 1` when there are more
 */
export function slipsBetween(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let slips = Math.min(
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped = a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (row > 1 && column > 1 && swapped) slips = Math.min(slips, (before[column - 2] ?? 0) + 1);
      line.push(slips);
      least = Math.min(least, slips);
    }
    if (least > limit) return limit + 1;
    before = above;
    above = line;
  }
  return above[b.length] ?? limit + 1;
}

/**
 * How many slips a word of some length may have and still be meant: none in the shortest, where
 * each other letter makes another word.
 * @param length letters of the word
 */
export function allowedSlips(length: number): number {
  if (length < 4) return 0;
  if (length < 6) return 1;
  return length < 10 ? 2 : 3;
}
