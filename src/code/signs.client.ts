/** Whatever copies in other ways than a button's plain text; it arrives when it is wanted. */
export const loadMore = () => import("./more.client.ts");

/** What tells that it will be wanted, and where on the page. */
const SIGNS = [
  ["pointerover", ".code .copy"],
  ["focusin", ".code"],
] as const;

for (const [sign, where] of SIGNS) {
  document.addEventListener(sign, ({ target }) => {
    // A failure shows when the reader copies.
    if ((target as Element).closest(where)) loadMore().catch(() => undefined);
  });
}
