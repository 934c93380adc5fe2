const form = /^([-+]?)(\d+\.?\d*|\.\d+)(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][-+]?\d+)?$/;
const decimal = "num kMGTPE";
const binary = ["Ki", "Mi", "Gi", "Ti", "Pi", "Ei"];

/**
 * Reads a Kubernetes quantity: 0.5, 1e3, 500Mi, 1500m.
 * @returns its value; undefined when it is not a quantity
 */
export function parseQuantity(value: string | number): number | undefined {
  const match = form.exec(String(value));
  if (!match) return typeof value === "number" && Number.isFinite(value) ? value : undefined;
  const [, sign, digits = "", suffix = ""] = match;
  const amount = Number(`${sign ?? ""}${digits}`);
  if (/^[eE][-+]?\d/.test(suffix)) return Number(`${amount}e${suffix.slice(1)}`);
  const power = binary.indexOf(suffix);
  if (power >= 0) return amount * 1024 ** (power + 1);
  return suffix ? amount * 10 ** (3 * (decimal.indexOf(suffix) - 3)) : amount;
}

/** What to write instead of an invalid quantity: `did you mean "128Mi" (or "128M")?`. */
export function quantityHint(value: string): string | undefined {
  const match = /^([\d.]+)\s*([kKmMgGtT])(?:i?[bB]?|i)?$/.exec(value);
  if (!match) return 'write a number with a unit such as "128Mi", "500m" or "2"';
  const [, digits = "", letter = ""] = match;
  const unit = letter.toUpperCase();
  const decimalUnit = unit === "K" ? "k" : unit;
  return `did you mean "${digits}${unit}i" (or "${digits}${decimalUnit}")?`;
}
