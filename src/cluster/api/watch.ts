import type { Change } from "../collections/collection.ts";
import { apiVersion } from "../kinds.ts";
import type { ApiObject } from "../objects.ts";
import type { ApiCall } from "./call.ts";
import { presentNow } from "./present.ts";
import { includedObject, wantsTable } from "./respond.ts";
import { selection } from "./selectors.ts";
import { statusOf } from "./status.ts";
import { table } from "./tables/table.ts";

/** Sends one event of a watch. */
type Send = (type: string, object: unknown) => void;

const keyOf = ({ metadata }: ApiObject) => `${metadata?.namespace ?? ""}/${metadata?.name ?? ""}`;

/** Shows objects as the client wants them: a Table's head is sent once only. */
function presenter(call: ApiCall): (object: ApiObject) => unknown {
  const include = includedObject(call);
  let header = true;
  return (object) => {
    const shown = presentNow(object, call.cluster.now());
    if (!wantsTable(call)) return shown;
    const rows = table(call.collection.kind, [shown], { now: Date.now(), include, header });
    header = false;
    return rows;
  };
}

/**
 * Reports changes as a client with a selector sees them: an object that comes to match is added,
 * one that no longer matches is deleted.
 */
function selectedChanges(call: ApiCall, present: readonly ApiObject[], send: Send) {
  const selects = selection(call.query);
  const show = presenter(call);
  const selected = new Set(present.filter(selects).map(keyOf));
  const report = ({ type, object }: Change) => {
    const key = keyOf(object);
    const before = selected.has(key);
    if (type !== "DELETED" && selects(object)) {
      selected.add(key);
      send(type === "ADDED" || !before ? "ADDED" : "MODIFIED", show(object));
    } else if (before || (type === "DELETED" && selects(object))) {
      selected.delete(key);
      send("DELETED", show(object));
    }
  };
  return { report, show, selects };
}

/** The bookmark that ends the present objects of a watch-list. */
function initialEventsEnd(call: ApiCall, revision: string): unknown {
  const { kind } = call.collection;
  const asTable = wantsTable(call);
  return {
    kind: asTable ? "Table" : kind.kind,
    apiVersion: asTable ? "meta.k8s.io/v1" : apiVersion(kind),
    metadata: {
      resourceVersion: revision,
      creationTimestamp: null,
      annotations: { "k8s.io/initial-events-end": "true" },
    },
  };
}

/** Sends the present objects when the client asks for them, then changes. @returns what ends it */
async function startWatch(call: ApiCall, send: Send): Promise<() => void> {
  const { collection, namespace, query } = call;
  const asked = query.get("resourceVersion") ?? "";
  const listing = query.get("sendInitialEvents") === "true";
  const from = listing || asked === "" || asked === "0" ? undefined : asked;
  const { items, revision } = await collection.list(namespace);
  const { report, show, selects } = selectedChanges(call, items, send);
  if (from === undefined) {
    for (const object of items.filter(selects)) send("ADDED", show(object));
  }
  if (listing) send("BOOKMARK", initialEventsEnd(call, revision));
  return collection.watch(report, namespace, from ?? revision);
}

/** Answers a watch: a line of JSON for each event, until the client leaves or its time is up. */
export function watchObjects(call: ApiCall): Promise<Response> {
  const encoder = new TextEncoder();
  const seconds = Number(call.query.get("timeoutSeconds") ?? 0);
  let stop: () => void = () => undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let open = true;
  const end = () => {
    open = false;
    clearTimeout(timer);
    stop();
  };
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const send: Send = (type, object) => {
        if (open) controller.enqueue(encoder.encode(`${JSON.stringify({ type, object })}\n`));
      };
      const close = () => {
        if (open) controller.close();
        end();
      };
      try {
        stop = await startWatch(call, send);
        // The client may have left meanwhile.
        if (!open) stop();
        else if (seconds > 0) timer = setTimeout(close, seconds * 1000);
      } catch (error) {
        // Once a watch has begun, failures are events (apiserver's storage/cacher, newErrWatcher).
        send("ERROR", statusOf(error));
        close();
      }
    },
    cancel: end,
  });
  const headers = { "content-type": "application/json" };
  return Promise.resolve(new Response(body, { headers }));
}
