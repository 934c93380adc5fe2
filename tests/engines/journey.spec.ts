// One journey through the site, written once, in each engine that playwright.config.ts names.
import { copying } from "./steps/copying.ts";
import { reading } from "./steps/reading.ts";
import { searching } from "./steps/searching.ts";

reading();
searching();
copying();
