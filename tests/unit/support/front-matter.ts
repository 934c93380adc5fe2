/** The front matter of a page without a mistake, for tests that plant one. */
export const FRONT_MATTER = `---
title: A page
description: What this page says, in one sentence that is as long as it has to be.
question: Which page is this?
order: 1
short:
  - This is the first thing to know.
  - This is the second one.
aliases:
  - page
---

`;
