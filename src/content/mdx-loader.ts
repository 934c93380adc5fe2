import { glob, type Loader } from "astro/loaders";

/**
 * Loads the front matter and the source of MDX pages. Astro's own loader would also have each page
 * wrapped into two more modules that collect its styles and scripts; pages import nothing, and are
 * rendered by renderPage.
 * @param options those of Astro's glob loader
 */
export function mdxSources(options: Parameters<typeof glob>[0]): Loader {
  const { name, load } = glob(options);
  return {
    name,
    load: ({ store, ...context }) =>
      load({
        ...context,
        store: { ...store, set: (entry) => store.set({ ...entry, deferredRender: false }) },
      }),
  };
}
