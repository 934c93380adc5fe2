type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The key by which the items of a list are matched, by the list's name (patchMergeKey). */
const MERGE_KEYS: Record<string, string> = {
  addresses: "type",
  conditions: "type",
  containers: "name",
  env: "name",
  ephemeralContainers: "name",
  hostAliases: "ip",
  imagePullSecrets: "name",
  initContainers: "name",
  ownerReferences: "uid",
  topologySpreadConstraints: "topologyKey",
  volumeDevices: "devicePath",
  volumeMounts: "mountPath",
  volumes: "name",
};

function mergeKeyOf(list: string, items: readonly unknown[]): string | undefined {
  if (list !== "ports") return MERGE_KEYS[list];
  const ofContainer = items.some((item) => isFields(item) && "containerPort" in item);
  return ofContainer ? "containerPort" : "port";
}

function isReplacement(item: unknown): boolean {
  return isFields(item) && item["$patch"] === "replace";
}

/** Puts the items of a list into the order that `$setElementOrder` asks for. */
function inOrder(items: unknown[], key: string, order: unknown): unknown[] {
  if (!Array.isArray(order)) return items;
  const position = (item: unknown) =>
    order.findIndex((one) => isFields(one) && isFields(item) && one[key] === item[key]);
  return items.sort((left, right) => position(left) - position(right));
}

function mergeList(name: string, target: unknown, patch: unknown[], order: unknown): unknown[] {
  const old = Array.isArray(target) ? (target as unknown[]) : [];
  const key = mergeKeyOf(name, [...patch, ...old]);
  if (key === undefined) {
    return name === "finalizers" ? [...new Set([...old, ...patch])] : patch;
  }
  let result: unknown[] = patch.some(isReplacement) ? [] : [...old];
  for (const item of patch) {
    if (!isFields(item) || isReplacement(item)) continue;
    const index = result.findIndex((one) => isFields(one) && one[key] === item[key]);
    if (item["$patch"] === "delete") result = result.filter((_one, at) => at !== index);
    else if (index < 0) result.push(merge({}, item));
    else result[index] = merge(result[index], item);
  }
  return inOrder(result, key, order);
}

/** Follows `$deleteFromPrimitiveList/<field>` and `$retainKeys`; other directives are for lists. */
function followDirective(result: Fields, [, name, field = ""]: string[], value: unknown): void {
  if (!Array.isArray(value)) return;
  if (name === "deleteFromPrimitiveList") {
    const list = result[field];
    result[field] = Array.isArray(list) ? list.filter((one) => !value.includes(one)) : [];
  }
  if (name === "retainKeys") {
    for (const key of Object.keys(result)) {
      if (!value.includes(key)) Reflect.deleteProperty(result, key);
    }
  }
}

function merge(target: unknown, patch: Fields): unknown {
  if (isReplacement(patch)) {
    return Object.fromEntries(Object.entries(patch).filter(([name]) => name !== "$patch"));
  }
  const result: Fields = isFields(target) ? { ...target } : {};
  for (const [name, value] of Object.entries(patch)) {
    const directive = /^\$(\w+)(?:\/(\w+))?$/.exec(name);
    if (directive) followDirective(result, directive, value);
    else if (value === null) Reflect.deleteProperty(result, name);
    else if (Array.isArray(value)) {
      result[name] = mergeList(name, result[name], value, patch[`$setElementOrder/${name}`]);
    } else result[name] = isFields(value) ? merge(result[name] ?? {}, value) : value;
  }
  return result;
}

/**
 * Applies a strategic merge patch: lists of Kubernetes are merged by the key of their items
 * (apimachinery's util/strategicpatch).
 * @param target the object to patch; it is not changed
 */
export function applyStrategicPatch<Target extends object>(target: Target, patch: Fields): Target {
  return merge(structuredClone(target), patch) as Target;
}
