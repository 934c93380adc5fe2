// Which of axe's rules runs where. Each is in exactly one list, which tests/unit/axe-rules.test.ts
// checks: an upgrade of axe that brings a rule says so.

/** What the shell of a page decides: once for each template. */
const TEMPLATE = [
  "aria-hidden-body",
  "bypass",
  "document-title",
  "html-has-lang",
  "html-lang-valid",
  "html-xml-lang-mismatch",
  "landmark-banner-is-top-level",
  "landmark-contentinfo-is-top-level",
  "landmark-main-is-top-level",
  "landmark-no-duplicate-banner",
  "landmark-no-duplicate-contentinfo",
  "landmark-no-duplicate-main",
  "landmark-one-main",
  "meta-refresh",
  "meta-viewport",
  "meta-viewport-large",
  "region",
  "skip-link",
] as const;

/** What a theme can change: in both, on pages that together have every look of text. */
export const COLOUR = ["color-contrast", "link-in-text-block"] as const;

/** What the width can change: on every page, at both ends of the widths. */
export const LAYOUT = ["scrollable-region-focusable", "target-size"] as const;

/** What content decides in every look alike: once on every page. */
export const CONTENT = [
  "accesskeys",
  "area-alt",
  "aria-allowed-attr",
  "aria-allowed-role",
  "aria-braille-equivalent",
  "aria-command-name",
  "aria-conditional-attr",
  "aria-deprecated-role",
  "aria-dialog-name",
  "aria-hidden-focus",
  "aria-input-field-name",
  "aria-meter-name",
  "aria-progressbar-name",
  "aria-prohibited-attr",
  "aria-required-attr",
  "aria-required-children",
  "aria-required-parent",
  "aria-roles",
  "aria-tab-name",
  "aria-text",
  "aria-toggle-field-name",
  "aria-tooltip-name",
  "aria-treeitem-name",
  "aria-valid-attr",
  "aria-valid-attr-value",
  "autocomplete-valid",
  "avoid-inline-spacing",
  "blink",
  "button-name",
  "definition-list",
  "dlitem",
  "duplicate-id-aria",
  "empty-heading",
  "empty-table-header",
  "form-field-multiple-labels",
  "frame-focusable-content",
  "frame-tested",
  "frame-title",
  "frame-title-unique",
  "heading-order",
  "image-alt",
  "image-redundant-alt",
  "input-button-name",
  "input-image-alt",
  "label",
  "label-content-name-mismatch",
  "label-title-only",
  "landmark-unique",
  "link-name",
  "list",
  "listitem",
  "marquee",
  "nested-interactive",
  "no-autoplay-audio",
  "object-alt",
  "page-has-heading-one",
  "presentation-role-conflict",
  "role-img-alt",
  "scope-attr-valid",
  "select-name",
  "server-side-image-map",
  "summary-name",
  "svg-img-alt",
  "tabindex",
  "table-duplicate-name",
  "td-headers-attr",
  "th-has-data-cells",
  "valid-lang",
  "video-caption",
] as const;

/** What axe leaves out too unless it is asked: by the tag that says why. */
export const NOT_RUN = {
  deprecated: [
    "aria-roledescription",
    "audio-caption",
    "duplicate-id",
    "duplicate-id-active",
    "landmark-complementary-is-top-level",
  ],
  experimental: [
    "css-orientation-lock",
    "focus-order-semantics",
    "hidden-content",
    "p-as-heading",
    "table-fake-caption",
    "td-has-header",
  ],
  wcag2aaa: [
    "color-contrast-enhanced",
    "identical-links-same-purpose",
    "meta-refresh-no-exceptions",
  ],
} as const;

/** Every rule that runs. */
export const EVERY: readonly string[] = [...TEMPLATE, ...COLOUR, ...LAYOUT, ...CONTENT];
