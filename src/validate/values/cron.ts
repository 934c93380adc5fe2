/** A field of a schedule: what its numbers may be, and names for them. */
interface Field {
  name: string;
  least: number;
  most: number;
  words?: readonly string[];
}

const FIELDS: readonly Field[] = [
  { name: "minute", least: 0, most: 59 },
  { name: "hour", least: 0, most: 23 },
  { name: "day of the month", least: 1, most: 31 },
  {
    name: "month",
    least: 1,
    most: 12,
    words: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
  },
  {
    name: "day of the week",
    least: 0,
    most: 6,
    words: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
  },
];

const named = /^@(?:yearly|annually|monthly|weekly|daily|midnight|hourly)$/;
const duration = /^[-+]?(?:0|(?:(?:\d+\.?\d*|\.\d+)(?:ns|us|µs|μs|ms|s|m|h))+)$/;

/** The number that a text means in a field; undefined when it means none. */
function numberOf(text: string, { least, words = [] }: Field): number | undefined {
  const word = words.indexOf(text.toLowerCase());
  if (word >= 0) return word + least;
  return /^\+?\d+$/.test(text) ? Number(text) : undefined;
}

function wordFault(text: string, field: Field): string {
  const names = field.words ? ` or a name such as ${(field.words[1] ?? "").toUpperCase()}` : "";
  return `the ${field.name} "${text}" is no number from ${field.least} to ${field.most}${names}`;
}

/** What is wrong with what stands behind a slash. */
function stepFault(step: string | undefined, field: Field): string | undefined {
  if (step === undefined) return undefined;
  if (!/^\+?\d+$/.test(step)) return `the step "${step}" of the ${field.name} is no number`;
  return Number(step) === 0 ? `the step of the ${field.name} is 0` : undefined;
}

/** What is wrong with the numbers that a range begins and ends with. */
function boundsFault(from: number, to: number, field: Field): string | undefined {
  const outside = [from, to].find((one) => one < field.least || one > field.most);
  if (outside !== undefined) {
    const sunday = field === FIELDS.at(-1) && outside === 7 ? ": Sunday is 0" : "";
    return `the ${field.name} ${outside} is not from ${field.least} to ${field.most}${sunday}`;
  }
  return from > to ? `the ${field.name} ${from}-${to} begins after its end` : undefined;
}

/** What is wrong with one piece of a field, such as `1-5/2`. */
function rangeFault(text: string, field: Field): string | undefined {
  const [range = "", step, ...slashes] = text.split("/");
  if (slashes.length > 0) return `the ${field.name} "${text}" has too many slashes`;
  const [first = "", last, ...hyphens] = range.split("-");
  if (first === "*" || first === "?") return stepFault(step, field);
  if (hyphens.length > 0) return `the ${field.name} "${text}" has too many hyphens`;
  const from = numberOf(first, field);
  if (from === undefined) return wordFault(first, field);
  const end = numberOf(last ?? first, field);
  if (end === undefined) return wordFault(last ?? "", field);
  // A step after a single number means: from there to the end.
  const to = last === undefined && step !== undefined ? field.most : end;
  return stepFault(step, field) ?? boundsFault(from, to, field);
}

/**
 * What is wrong with the schedule of a CronJob, by the rules of robfig/cron, which Kubernetes uses.
 * @returns undefined when nothing is
 */
export function cronFault(schedule: string): string | undefined {
  if (schedule.includes("TZ")) return "a schedule has no time zone: write it under timeZone";
  if (schedule.startsWith("@")) {
    const every = schedule.startsWith("@every ");
    if (named.test(schedule) || (every && duration.test(schedule.slice(7)))) return undefined;
    return `"${schedule}" is not known: @hourly, @daily, @weekly, @monthly, @yearly or "@every 1h30m"`;
  }
  const parts = schedule.trim().split(/\s+/);
  if (parts.length !== FIELDS.length || parts[0] === "") {
    const count = parts[0] === "" ? 0 : parts.length;
    return `must be five fields such as "*/5 * * * *", not ${count}: minute, hour, day, month, weekday`;
  }
  for (const [index, field] of FIELDS.entries()) {
    // robfig/cron leaves out empty pieces between commas.
    for (const piece of (parts[index] ?? "").split(",").filter(Boolean)) {
      const fault = rangeFault(piece, field);
      if (fault) return fault;
    }
  }
  return undefined;
}
