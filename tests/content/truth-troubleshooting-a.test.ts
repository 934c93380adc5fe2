import { truthTable } from "./truth.ts";

truthTable([
  {
    row: "A parser counts the line before or after the fault",
    page: "troubleshooting/manifest-errors",
    says: ["on that line or on the one next to it, above or below"],
    not: ["on that line or above it"],
  },
  {
    row: "A label value may have capitals and underscores",
    page: "troubleshooting/apply-errors",
    says: ["Label values allow both", "look for /, :, + or a space", "a valid label"],
    not: ["Look for an underscore or a capital."],
  },
  {
    row: "A gRPC probe that is refused says that it failed to connect",
    page: "troubleshooting/running-but-not-ready",
    says: [
      "A gRPC probe waits for a connection, so the same fault reads timeout: failed to connect",
      "A gRPC probe says timeout: health rpc did not complete within.",
      "NOT_SERVING",
    ],
    not: ["failed to connect service or timeout"],
  },
  {
    row: "127 is a missing library too",
    page: "troubleshooting/exit-codes",
    says: [
      "With 126 or 127 something could not be run or found",
      "error while loading shared libraries",
      "the command or the library",
    ],
    not: ["126 and 127 are a shell's", "A shell did not find a command"],
  },
  {
    row: "127 is a missing library too",
    page: "troubleshooting/crashloopbackoff",
    says: ["With 126 or 127 a command or a library"],
    not: ["126 and 127 come from a shell"],
  },
  {
    row: "127 is a missing library too",
    page: "reference/statuses-and-exit-codes",
    says: ["A command or a shared library was not found"],
    not: ["A shell did not find the command"],
  },
  {
    row: "127 is a missing library too",
    page: "guide/debugging-a-crashing-pod",
    says: ["A command or a library was not found"],
    not: ["A shell did not find the command"],
  },
  {
    row: "Not every other exit code is the program's",
    page: "troubleshooting",
    says: ["For any other code see Exit codes"],
    not: ["Any other code is your program"],
  },
  {
    row: "Not every code above 128 is a signal",
    page: "troubleshooting/exit-codes",
    says: [
      "A number from 129 to 159 usually means that a signal",
      "a program may choose such a number itself",
    ],
    not: ["Above 128 a signal ended"],
  },
  {
    row: "Not every code above 128 is a signal",
    page: "reference/statuses-and-exit-codes",
    says: ["Between 129 and 159, an exit code mostly names a signal"],
    not: ["Above 128, an exit code names a signal"],
  },
  {
    row: "Not every code above 128 is a signal",
    page: "glossary/exit-code",
    says: ["A number from 129 to 159 usually means a signal"],
    not: ["Above 128 a signal"],
  },
  {
    row: "A directory in place of the command has words of its own",
    page: "troubleshooting/runcontainererror",
    says: [
      "permission denied, is a directory",
      "If the message has is a directory, the path is one",
    ],
    not: ["executable bit, or the path is a directory"],
  },
  {
    row: "The default profile of kubectl debug is refused under Pod Security",
    page: "troubleshooting/connection-refused",
    says: [
      "--profile=baseline --image=busybox -- netstat -tln",
      "--profile=baseline --image=busybox -- wget",
      "use --profile=restricted and an image whose user is a number other than 0",
      "A Pod with runAsNonRoot needs such an image too",
    ],
    not: ["<pod-name> --image=busybox"],
  },
  {
    row: "The default profile of kubectl debug is refused under Pod Security",
    page: "troubleshooting/dns-name-not-found",
    says: ["--profile=baseline --image=busybox -- nslookup", "use --profile=restricted"],
    not: ["<pod-name> --image=busybox"],
  },
  {
    row: "The default profile of kubectl debug is refused under Pod Security",
    page: "troubleshooting/exit-codes",
    says: ["kubectl debug <pod-name> -it --profile=baseline --copy-to"],
    not: ["-it --copy-to"],
  },
  {
    row: "The default profile of kubectl debug is refused under Pod Security",
    page: "troubleshooting/forbidden",
    says: ["If kubectl debug was refused, choose another profile"],
  },
  {
    row: "A wrong type has other words when the object exists",
    page: "troubleshooting/manifest-errors",
    says: ["If the object exists, the same fault ends with cannot convert int64 to string"],
  },
  {
    row: "Mapping values are mostly a matter of indentation",
    page: "troubleshooting/manifest-errors",
    says: ["A line indented too far, or a second :"],
  },
  {
    row: "Not every parse error has a line number",
    page: "troubleshooting/manifest-errors",
    says: ["usually comes with a line number", "invalid map key", "unknown anchor", "kind not set"],
    not: ["YAML to JSON comes with a line number"],
  },
  {
    row: "An edit of the template's labels breaks the match as well",
    page: "troubleshooting/apply-errors",
    says: ["or after somebody edited the labels of the template alone"],
  },
  {
    row: "A refused probe of a young Pod means that the app starts",
    page: "troubleshooting/running-but-not-ready",
    says: [
      "connection refused soon after the start",
      "failed to connect service, long after the start",
      "Until then each probe gets connection refused",
    ],
    not: ["statuscode: 404, or connection refused"],
  },
  {
    row: "A status of 400, 401 or 403 never reached the check",
    page: "troubleshooting/running-but-not-ready",
    says: [
      "With 400, 401 or 403 a login or a list of allowed hosts turns the probe away",
      "httpGet.httpHeaders",
    ],
    not: ["with a status of 400 or more"],
  },
  {
    row: "A status of 400, 401 or 403 never reached the check",
    page: "troubleshooting/liveness-restarts",
    says: ["With 400, 401 or 403 a login or a list of hosts turns it away"],
    not: ["with a status of 400 or more"],
  },
  {
    row: "An unknown state is mostly a command that is missing",
    page: "troubleshooting/running-but-not-ready",
    says: [
      "mostly means that the command of an exec probe is not in the image",
      "While a container stops, it is harmless",
    ],
    not: ["unknown state can mean"],
  },
  {
    row: "A small limit leaves a JVM less than 70 % for its heap",
    page: "troubleshooting/oomkilled",
    says: ["A JVM with a small limit needs half of it free", "MaxRAMPercentage=50"],
    not: ["MaxRAMPercentage=70"],
  },
  {
    row: "A lost node's Pod may hold the disk that its replacement needs",
    page: "troubleshooting/terminating",
    says: [
      "node.kubernetes.io/out-of-service=nodeshutdown:NoExecute",
      "If that hangs with Multi-Attach, the old Pod has to go first",
    ],
    not: ["you gain nothing"],
  },
  {
    row: "An image on the node is no proof of access",
    page: "troubleshooting/imagepullbackoff",
    says: [
      "does not help a Pod without access",
      "Or another Pod pulled it with a Secret that yours lacks",
    ],
  },
  {
    row: "A resize above the node's room is refused at once",
    page: "reference/statuses-and-exit-codes",
    says: ["Requests above its allocatable are refused at once"],
    not: ["it cannot be done here"],
  },
]);
