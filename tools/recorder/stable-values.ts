/** What differs from run to run in whole objects and messages, and what is recorded for it. */
const VALUES: readonly (readonly [RegExp, string])[] = [
  // Header of kubectl's log lines: month and day, time, process.
  [
    /^([EIW])\d{4} \d\d:\d\d:\d\d\.\d{6} +\d+ (?=\S+\.go:\d+\])/gm,
    "$10820 09:06:00.000000   12345 ",
  ],
  // A machine may name itself by IPv6 first.
  [/dial tcp \[::1\]:8080/g, "dial tcp 127.0.0.1:8080"],
  // Folders and times of the files that `kubectl diff` compares.
  [/\S+\/(LIVE|MERGED)-\d+\//g, "/tmp/$1-1234567890/"],
  [/^((?:---|\+\+\+) .*\t)\d{4}-.*$/gm, "$12026-08-20 09:06:00.000000000 +0000"],
  [/\b(creationTimestamp: )"[^"]+"/g, '$1"2026-08-20T09:00:00Z"'],
  [/\b(resourceVersion: )"\d+"/g, '$1"1042"'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, "0d5f6a3e-4c1b-4f7a-9a53-2b8e6c1d7f90"],
];

/**
 * Replaces times, folders and identities that a command prints outside of tables by fixed ones.
 * @param output what a command printed
 * @returns the output as it is recorded
 */
export function stableValues(output: string): string {
  return VALUES.reduce((text, [pattern, fixed]) => text.replace(pattern, fixed), output);
}
