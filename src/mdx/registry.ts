/** What the pages of content/ may use as a component. */
interface Use {
  /** Who writes it: the writer of a page, or the build in place of a fence. */
  by: "writer" | "build";
  /** The pages that may use it: all, all but those that start a section, or those alone. */
  on: "all" | "pages" | "starts";
  /** Whether the build adds `from`, the file and line that its error messages name. */
  located: boolean;
  /** Attributes that a writer has to give, and those that may be left out. */
  needs?: readonly string[];
  takes?: readonly string[];
}

/** Every component that MDX may use, by name. */
export const COMPONENTS = {
  Aside: { by: "writer", on: "all", located: true, needs: ["kind", "title"] },
  Choice: { by: "writer", on: "starts", located: true, needs: ["says", "page"] },
  Choices: { by: "writer", on: "starts", located: false },
  Commands: { by: "build", on: "all", located: true },
  Figure: { by: "writer", on: "pages", located: true, needs: ["file", "caption"] },
  FileSample: { by: "build", on: "pages", located: false },
  Manifest: { by: "writer", on: "pages", located: true, needs: ["file"], takes: ["part", "mark"] },
  Question: { by: "writer", on: "pages", located: true, needs: ["ask"] },
  Steps: { by: "writer", on: "pages", located: false },
  Term: { by: "writer", on: "all", located: true, needs: ["id"] },
  Unproven: { by: "writer", on: "pages", located: false },
} as const satisfies Record<string, Use>;

type Registry = typeof COMPONENTS;

/** Names of the components that pages of one kind may use. */
export type NameOn<Kind extends "pages" | "starts"> = {
  [Name in keyof Registry]: Registry[Name]["on"] extends "all" | Kind ? Name : never;
}[keyof Registry];

const uses: ReadonlyMap<string, Use> = new Map(Object.entries(COMPONENTS));

/** Names of the components that a writer may use on pages of one kind. */
export const componentsFor = (kind: "pages" | "starts"): string[] =>
  [...uses].flatMap(([name, { by, on }]) =>
    by === "writer" && (on === "all" || on === kind) ? [name] : [],
  );

/** Whether the build has to add `from` to a component that a writer used. */
export function isLocated(name: string | null | undefined): boolean {
  const use = uses.get(name ?? "");
  return use?.by === "writer" && use.located;
}

/** Attributes of a component that a writer has to give, and those that may be left out. */
export function attributesOf(name: string): Required<Pick<Use, "needs" | "takes">> {
  const { needs = [], takes = [] } = uses.get(name) ?? {};
  return { needs, takes };
}
