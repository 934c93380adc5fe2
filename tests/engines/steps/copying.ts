import { articles, pageWith } from "../../site/support/pages.ts";
import { manifests } from "../../site/support/sources.ts";
import { expect, step } from "../fixtures.ts";
import type { Visitor } from "../visitor.ts";

/** A command that has no placeholder, so that it is copied as it was written. */
const PLAIN = ".command:not(:has(var))";
const COPY = `${PLAIN} > [data-copy]:not([data-line])`;
const page = pageWith(`[data-article] ${PLAIN}`);
const command = page.document.querySelector(`${PLAIN} > code`)?.textContent ?? "";

const manifestPage = pageWith("[data-article] figure.manifest[id]");
const file = manifestPage.document.querySelector("figure.manifest[id]")?.id ?? "";

const NAME = "pod-name";
const fieldsOf = (document: Document) =>
  Array.from(document.querySelectorAll("figure .command var")).filter(
    ({ textContent }) => textContent === `<${NAME}>`,
  );
const named = articles.find(({ document }) => fieldsOf(document).length > 1)?.path ?? "";

async function expectSaid(visitor: Visitor, start: string): Promise<void> {
  await visitor.until(`“${start}” is announced`, async () => {
    const said = await visitor.session.run(
      () => document.querySelector("#status")?.textContent ?? "",
    );
    return said.startsWith(start) ? true : undefined;
  });
}

/** What the clipboard holds: pasted into a text field, as a reader does. */
async function paste(visitor: Visitor): Promise<string> {
  await visitor.session.run(() => {
    const field = document.createElement("textarea");
    field.id = "paste-here";
    document.body.append(field);
    field.focus();
  });
  await visitor.press("Control", "v");
  const { text } = await visitor.until("something is pasted", async () => {
    const look = await visitor.see("#paste-here");
    return look.text === "" ? undefined : look;
  });
  await visitor.session.run(() => {
    document.querySelector("#paste-here")?.remove();
  });
  return text;
}

/** Fills a name in where it first stands on the page. */
async function fillIn(visitor: Visitor, value: string): Promise<void> {
  await visitor.click({ css: "figure .command var", text: `<${NAME}>` });
  await visitor.see(".name-hint");
  await visitor.press("Control", "a");
  await visitor.type(value);
  await visitor.press("Enter");
}

function commands(): void {
  step("a command is copied, and pasted exactly", async ({ visitor }) => {
    await visitor.open(page.path);
    await visitor.click(COPY);
    await expectSaid(visitor, "Copied ");
    expect(await paste(visitor)).toBe(command);
  });

  step("a command is copied without the Clipboard API", async ({ visitor }) => {
    await visitor.open(page.path);
    await visitor.session.run(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
    });
    await visitor.click(COPY);
    await expectSaid(visitor, "Copied ");
    expect(await paste(visitor)).toBe(command);
  });

  step("where copying is refused, the command is selected", async ({ visitor }) => {
    await visitor.open(page.path);
    await visitor.session.run(() => {
      Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
      Object.defineProperty(document, "execCommand", { value: () => false, configurable: true });
    });
    await visitor.click(COPY);
    await expectSaid(visitor, "Copying is not allowed here.");
    const selected = await visitor.session.run(() => getSelection()?.toString() ?? "");
    expect(selected.trim()).toBe(command);
    expect((await visitor.see("#status")).inside).toBe(true);
    await visitor.press("Control", "c");
    expect((await paste(visitor)).trim()).toBe(command);
  });
}

function manifestsAndNames(): void {
  step("a manifest is copied as a command, from its menu", async ({ visitor }) => {
    await visitor.open(manifestPage.path);
    await visitor.click("figure.manifest[id] [data-as]");
    const choice = { css: "[popover]:popover-open button", text: "kubectl apply" };
    const look = await visitor.see(choice);
    expect(look.inside).toBe(true);
    expect(look.height).toBeGreaterThanOrEqual(24);
    await visitor.click(choice);
    await visitor.gone(choice);
    await expectSaid(visitor, "Copied ");
    expect(manifests.has(file)).toBe(true);
    expect(await paste(visitor)).toMatch(new RegExp(`^kubectl apply -f http\\S+/${file}$`));
  });

  step("a name is filled in once, and is in every command and copy", async ({ visitor }) => {
    await visitor.open(named);
    const empty = { css: "figure .command var", text: `<${NAME}>` };
    const count = (await visitor.all(empty)).length;
    expect(count).toBeGreaterThan(1);
    await fillIn(visitor, "checkout-6d9f");
    const filled = { css: "figure .command var", text: "checkout-6d9f" };
    await visitor.until("every command has the name", async () =>
      (await visitor.all(filled)).length === count ? true : undefined,
    );
    expect(await visitor.all(empty)).toEqual([]);
    await visitor.reload();
    await visitor.see(filled);
    const [shown] = await visitor.all(".command:has(var[data-filled]) > code");
    await visitor.click(".command:has(var[data-filled]) > [data-copy]:not([data-line])");
    expect(await paste(visitor)).toBe(shown?.text);
    expect(shown?.text).toContain("checkout-6d9f");
  });
}

/** Whether the hint and the field that the reader is in are apart, and the hint in the window. */
const hintIsBeside = () => {
  const field = document.querySelector(".naming")?.getBoundingClientRect();
  const hint = document.querySelector(".name-hint")?.getBoundingClientRect();
  if (!field || !hint) return false;
  const isInside = hint.left >= 0 && hint.right <= innerWidth && hint.bottom <= innerHeight;
  return isInside && (hint.top >= field.bottom || hint.bottom <= field.top);
};

function hints(): void {
  for (const block of ["start", "end"] as const) {
    step(`a hint leaves its field free at the ${block} of a window`, async ({ visitor }) => {
      await visitor.session.resize(390, 700);
      await visitor.open(named);
      await visitor.click({ css: "figure .command var", text: `<${NAME}>` });
      await visitor.see(".name-hint");
      await visitor.session.run((at) => {
        document.activeElement?.scrollIntoView({ block: at });
      }, block);
      for (const key of "checkout-service-6d9f7c8b5-x2x9z") {
        await visitor.type(key);
        expect(await visitor.session.run(hintIsBeside), `after ${key}`).toBe(true);
      }
    });
  }
}

/** Copying, the reader's names, and what is shown where copying is refused. */
export function copying(): void {
  commands();
  manifestsAndNames();
  hints();
}
