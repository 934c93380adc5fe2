import type { Level } from "../problem.ts";

/**
 * What is wrong with the mode of files in a volume. It is an octal number, and YAML reads `644` as
 * a decimal one.
 */
export function modeFault(
  value: string | number,
  written: string,
): string | { message: string; hint: string; level?: Level } | undefined {
  if (typeof value !== "number" || !Number.isInteger(value) || value < 0) return undefined;
  const digits = String(value);
  const hint = /^[0-7]{3}$/.test(digits) ? `write it in octal: 0${digits}` : "such as 0644";
  if (value > 0o777)
    return { message: `${value} is no mode: it is from 0 to 0777, in octal`, hint };
  const meant = ["400", "440", "444", "500"].includes(written);
  const message = `${value} is a decimal number, in octal 0${value.toString(8)}`;
  return meant ? { message, hint, level: "warning" } : undefined;
}
