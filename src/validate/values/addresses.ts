/** The four numbers of an IPv4 address as one; undefined for anything else. */
function ipv4(text: string): number | undefined {
  const parts = text.split(".");
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) {
    return undefined;
  }
  return parts.reduce((sum, part) => sum * 256 + Number(part), 0);
}

/** Whether a text is an IPv6 address. */
function isIpv6(text: string): boolean {
  if (!/^[\da-fA-F:.]+$/.test(text) || !text.includes(":")) return false;
  try {
    new URL(`http://[${text}]/`);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text is an IP address of either version. */
export const isAddress = (text: string): boolean => ipv4(text) !== undefined || isIpv6(text);

/** What is wrong with a range of addresses such as 10.0.0.0/8; undefined when nothing is. */
export function cidrFault(text: string): string | undefined {
  const [address = "", length, ...more] = text.split("/");
  const four = ipv4(address) !== undefined;
  if (!four && !isIpv6(address))
    return `"${text}" is not a range of addresses such as "10.0.0.0/8"`;
  if (length === undefined) {
    return `"${text}" is one address: a range needs its length, as in "${text}/${four ? 32 : 128}"`;
  }
  const fits = /^\d{1,3}$/.test(length) && Number(length) <= (four ? 32 : 128);
  return fits && more.length === 0 ? undefined : `"/${length}" is not a length of a range`;
}

/** Whether an IPv4 range lies in another and is smaller; undefined where that is not computed. */
export function isStrictlyInside(inner: string, outer: string): boolean | undefined {
  const [[first = "", long = ""], [base = "", short = ""]] = [inner.split("/"), outer.split("/")];
  const [a, b] = [ipv4(first), ipv4(base)];
  if (a === undefined || b === undefined) return undefined;
  const size = 2 ** (32 - Number(short));
  return Number(long) > Number(short) && Math.floor(a / size) === Math.floor(b / size);
}
