export { joinLines } from "./one-line.ts";
