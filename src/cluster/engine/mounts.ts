import { decode, type Lookup } from "./environment.ts";
import { listAt, textAt, type ApiObject } from "../objects.ts";

/** What a kubelet writes for programs that look names up; the cluster's DNS has this address. */
function resolvConf(namespace: string): string {
  const search = `${namespace}.svc.cluster.local svc.cluster.local cluster.local`;
  return `search ${search}\nnameserver 10.96.0.10\noptions ndots:5\n`;
}

/**
 * Reads a file that a kubelet puts into a container: `/etc/resolv.conf`, and the keys of mounted
 * ConfigMaps and Secrets. The engine mounts nothing.
 * @param pod the container's Pod
 * @param container the container's name
 * @param path the file
 * @param lookup finds ConfigMaps and Secrets
 * @returns its content, undefined when nothing puts a file there
 */
export function mountedFile(
  pod: ApiObject,
  container: string,
  path: string,
  lookup: Lookup,
): string | undefined {
  const namespace = pod.metadata?.namespace ?? "default";
  if (path === "/etc/resolv.conf") return resolvConf(namespace);
  const spec = listAt(pod, "spec", "containers").find(({ name }) => name === container);
  for (const mount of listAt(spec, "volumeMounts")) {
    const folder = `${textAt(mount, "mountPath")?.replace(/\/$/, "") ?? ""}/`;
    if (!path.startsWith(folder)) continue;
    const volume = listAt(pod, "spec", "volumes").find(({ name }) => name === mount["name"]);
    const map = textAt(volume, "configMap", "name");
    const name = map ?? textAt(volume, "secret", "secretName");
    if (name === undefined) continue;
    const kind = map === undefined ? "Secret" : "ConfigMap";
    const value = textAt(lookup(kind, name, namespace), "data", path.slice(folder.length));
    if (value !== undefined) return decode(kind, value);
  }
  return undefined;
}
