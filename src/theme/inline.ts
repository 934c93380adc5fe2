/**
 * A script as it stands within every page: without comments and the spaces that nothing there
 * reads, and every first response pays for.
 * @param source JavaScript with all its semicolons, and no strings with signs of the syntax
 */
export const inlineScript = (source: string): string =>
  source.replace(/\/\*[^]*?\*\//g, "").replace(/\s*([(){}=;])\s*/g, "$1");
