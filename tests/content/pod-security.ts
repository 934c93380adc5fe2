import { at, listAt } from "./manifest-values.ts";

const VOLUMES = [
  "configMap",
  "csi",
  "downwardAPI",
  "emptyDir",
  "ephemeral",
  "projected",
  "secret",
].concat("persistentVolumeClaim");
const SECCOMP = ["RuntimeDefault", "Localhost"];

/**
 * What the level `restricted` of the Pod Security Standards, as of 1.36, refuses in a Pod template:
 * after the checks of k8s.io/pod-security-admission. Windows, SELinux, AppArmor, sysctls and
 * procMount are refused here whatever they say, since the site sets none.
 */
export function refused(spec: unknown): string[] {
  const found: string[] = [];
  const check = (right: boolean, what: string) => {
    if (!right) found.push(what);
  };
  const pod = at(spec, "securityContext");
  for (const field of ["hostNetwork", "hostPID", "hostIPC"]) {
    check(at(spec, field) !== true, field);
  }
  check(at(pod, "runAsUser") !== 0, "runAsUser");
  for (const volume of listAt(spec, "volumes")) {
    check(
      VOLUMES.some((type) => volume[type] !== undefined),
      "volume type",
    );
  }
  for (const field of ["seLinuxOptions", "windowsOptions", "appArmorProfile", "sysctls"]) {
    check(at(pod, field) === undefined, field);
  }
  const containers = ["initContainers", "containers", "ephemeralContainers"].flatMap((list) =>
    listAt(spec, list),
  );
  check(containers.length > 0, "no container");
  for (const container of containers) {
    const own = at(container, "securityContext");
    const either = (...path: string[]) => at(own, ...path) ?? at(pod, ...path);
    check(either("runAsNonRoot") === true, "runAsNonRoot");
    check(at(own, "runAsUser") !== 0, "runAsUser");
    check(SECCOMP.includes(String(either("seccompProfile", "type"))), "seccompProfile");
    check(at(own, "allowPrivilegeEscalation") === false, "allowPrivilegeEscalation");
    check(at(own, "privileged") !== true, "privileged");
    const drop = at(own, "capabilities", "drop");
    const add = at(own, "capabilities", "add") ?? [];
    check(Array.isArray(drop) && drop.includes("ALL"), "capabilities.drop");
    check(Array.isArray(add) && add.every((one) => one === "NET_BIND_SERVICE"), "capabilities.add");
    for (const field of ["seLinuxOptions", "windowsOptions", "appArmorProfile", "procMount"]) {
      check(at(own, field) === undefined, field);
    }
    check(
      listAt(container, "ports").every((port) => (port["hostPort"] ?? 0) === 0),
      "hostPort",
    );
    const handlers = [
      ...["startupProbe", "readinessProbe", "livenessProbe"].map((probe) => at(container, probe)),
      ...["postStart", "preStop"].map((hook) => at(container, "lifecycle", hook)),
    ];
    for (const handler of handlers) {
      const hosts = ["httpGet", "tcpSocket"].map((action) => at(handler, action, "host") ?? "");
      check(
        hosts.every((host) => host === ""),
        "host of a probe or hook",
      );
    }
  }
  return found;
}
