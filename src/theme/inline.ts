/**
 * Minifies a script for every page: comments and spaces would only make each first response
 * larger.
 * @param source JavaScript with all its semicolons, and no strings that contain punctuation
 */
export const inlineScript = (source: string): string =>
  source.replace(/\/\*[^]*?\*\//g, "").replace(/\s*([(){}=;])\s*/g, "$1");
