import { textAt, type ApiObject } from "../objects.ts";

/** From client-go's tools/record/events_cache.go: how many events a source may send of an object. */
const BURST = 25;
/** After the burst, one event in this many milliseconds. */
const REFILL = 300_000;
/** Events of one reason with this many different messages become one. */
const MOST_MESSAGES = 10;
/** Milliseconds after which a run of similar events is over. */
const SIMILAR = 600_000;

/** What becomes of an event: it is new, or counts as another occurrence of the one named. */
export interface Correlated {
  event: ApiObject;
  /** Whether the event replaces the one of its name. */
  repeats: boolean;
}

interface Seen {
  name: string;
  count: number;
  firstTimestamp: unknown;
}

const SOURCE = [
  ["source", "component"],
  ["source", "host"],
  ["involvedObject", "kind"],
  ["involvedObject", "namespace"],
  ["involvedObject", "name"],
  ["involvedObject", "uid"],
] as const;

function keyOf(event: ApiObject, ...more: string[]): string {
  return [...SOURCE.map((path) => textAt(event, ...path) ?? ""), ...more].join("\0");
}

/**
 * Counts repeated events and drops floods of them, as the recorder of every Kubernetes component
 * does before it writes (client-go, tools/record/events_cache.go): the engine writes each one.
 */
export class EventCorrelator {
  private readonly seen = new Map<string, Seen>();
  private readonly budgets = new Map<string, { tokens: number; at: number }>();
  private readonly messages = new Map<string, { texts: Set<string>; at: number }>();
  private names = 0;

  /**
   * Decides what becomes of an event.
   * @param event the event as a component reports it; it is not changed
   * @param now the cluster's time, milliseconds since 1970
   * @returns what to write; undefined when its source has reported too much of this object
   */
  correlate(event: ApiObject, now: number): Correlated | undefined {
    const { key, event: similar } = this.combined(event, now);
    const known = this.seen.get(key);
    const observed: ApiObject = {
      ...similar,
      metadata: { ...event.metadata, name: known?.name ?? this.name(event, now) },
      count: (known?.count ?? 0) + 1,
      firstTimestamp: known?.firstTimestamp ?? event["firstTimestamp"],
    };
    this.seen.set(key, {
      name: observed.metadata?.name ?? "",
      count: (known?.count ?? 0) + 1,
      firstTimestamp: observed["firstTimestamp"],
    });
    return this.allows(event, now) ? { event: observed, repeats: known !== undefined } : undefined;
  }

  /** Object and time in nanoseconds, as client-go names events; a counter makes up the last digits. */
  private name(event: ApiObject, now: number): string {
    this.names += 1;
    const nanoseconds = BigInt(Math.floor(now)) * 1_000_000n + BigInt(this.names);
    return `${textAt(event, "involvedObject", "name") ?? ""}.${nanoseconds.toString(16)}`;
  }

  /** Joins events of one reason whose messages keep changing. */
  private combined(event: ApiObject, now: number): { key: string; event: ApiObject } {
    const message = textAt(event, "message") ?? "";
    const reason = [textAt(event, "type") ?? "", textAt(event, "reason") ?? ""];
    const similar = keyOf(event, ...reason);
    const found = this.messages.get(similar);
    const fresh = found === undefined || now - found.at > SIMILAR;
    const texts = fresh ? new Set<string>() : found.texts;
    texts.add(message);
    this.messages.set(similar, { texts, at: now });
    if (texts.size < MOST_MESSAGES) {
      const field = textAt(event, "involvedObject", "fieldPath") ?? "";
      return { key: keyOf(event, ...reason, field, message), event };
    }
    texts.delete(message);
    const combined = `(combined from similar events): ${message}`;
    return { key: similar, event: { ...event, message: combined } };
  }

  private allows(event: ApiObject, now: number): boolean {
    const key = keyOf(event);
    const { tokens, at } = this.budgets.get(key) ?? { tokens: BURST, at: now };
    const left = Math.min(BURST, tokens + (now - at) / REFILL);
    this.budgets.set(key, { tokens: left >= 1 ? left - 1 : left, at: now });
    return left >= 1;
  }
}
