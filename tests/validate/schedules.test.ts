import { expect, test } from "vitest";
import { isAddress, cidrFault, isStrictlyInside } from "../../src/validate/values/addresses.ts";
import { cronFault } from "../../src/validate/values/cron.ts";
import { hostFault } from "../../src/validate/values/hosts.ts";
import { timeZoneFault } from "../../src/validate/values/time-zone.ts";

test.each([
  "* * * * *",
  "*/15 0-6 * JAN-mar mon",
  "0 22 * * 1-5",
  "59 23 31 12 6",
  "0/5 * ? * SUN,2,fri",
  "5-59/2 * * * *",
  "0 0,12 1 */2 *",
  "*/61 * * * *",
  ", * * * *",
  " 0  2 * * * ",
  "@hourly",
  "@midnight",
  "@every 1h30m",
  "@every 1.5h",
])("the schedule %s is right", (schedule) => {
  expect(cronFault(schedule)).toBeUndefined();
});

test.each([
  ["60 * * * *", /minute 60 is not from 0 to 59/],
  ["* 24 * * *", /hour 24/],
  ["* * 0 * *", /day of the month 0 is not from 1 to 31/],
  ["* * 32 * *", /day of the month 32/],
  ["* * * 13 *", /month 13/],
  ["* * * MAI *", /month "MAI" is no number from 1 to 12 or a name such as FEB/],
  ["* * * * MONDAY", /"MONDAY" is no number/],
  ["* * * * 7", /7 is not from 0 to 6: Sunday is 0/],
  ["* * * * 5-7", /Sunday is 0/],
  ["*/* * * * *", /step "\*" of the minute is no number/],
  ["*/0 * * * *", /step of the minute is 0/],
  ["30-10 * * * *", /minute 30-10 begins after its end/],
  ["1-2-3 * * * *", /too many hyphens/],
  ["1/2/3 * * * *", /too many slashes/],
  ["-1 * * * *", /the minute "" is no number/],
  ["every day at two o'clock", /"every" is no number/],
  ["0 0 2 * * *", /five fields .*, not 6/],
  ["", /not 0/],
  ["@dayly", /"@dayly" is not known/],
  ["@every day", /"@every day" is not known/],
  ["@Daily", /is not known/],
  ["CRON_TZ=Europe/Berlin 0 2 * * *", /write it under timeZone/],
])("the schedule %s is wrong", (schedule, message) => {
  expect(cronFault(schedule)).toMatch(message);
});

test.each(["Etc/UTC", "UTC", "Europe/Berlin", "US/Pacific", "Asia/Calcutta", "Etc/GMT+5"])(
  "there is a time zone %s",
  (zone) => {
    expect(timeZoneFault(zone)).toBeUndefined();
  },
);

test.each([
  ["Europe/Pariss", /did you mean "Europe\/Paris"\?/],
  ["utc", /did you mean "UTC"\?/],
  ["+01:00", /is not a known time zone/],
  ["Berlin", /is not a known time zone/],
  ["local", /must name a time zone/],
])("there is no time zone %s", (zone, message) => {
  expect(timeZoneFault(zone)).toMatch(message);
});

test.each(["a", "api.example.com", "*.example.com", "xn--bcher-kva.example", "1.example.com"])(
  "%s is a host",
  (host) => {
    expect(hostFault(host)).toBeUndefined();
  },
);

test.each(["*", "a.*.com", "*a.com", "a..b", "-a.com", "a b", "a".repeat(254)])(
  "%s is no host",
  (host) => {
    expect(hostFault(host)?.message).toMatch(/is not a valid host/);
  },
);

test("addresses and ranges", () => {
  expect(["10.0.0.1", "::1", "2001:db8::7"].map(isAddress)).toEqual([true, true, true]);
  expect(["10.0.0", "10.0.0.256", "db", ":::"].map(isAddress)).toEqual(Array(4).fill(false));
  expect(["10.0.0.0/8", "0.0.0.0/0", "fd00::/8"].map(cidrFault)).toEqual(Array(3).fill(undefined));
  expect(cidrFault("fd00::/129")).toMatch(/not a length/);
  expect(isStrictlyInside("10.1.0.0/16", "10.0.0.0/8")).toBe(true);
  expect(isStrictlyInside("10.0.0.0/8", "10.0.0.0/8")).toBe(false);
  expect(isStrictlyInside("fd00::/16", "fd00::/8")).toBeUndefined();
});
