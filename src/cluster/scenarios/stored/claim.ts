import type { Stored } from "./stored.ts";

const capacity = { storage: "10Gi" };
const accessModes = ["ReadWriteOnce"];

/** A PersistentVolumeClaim that is bound. */
export const CLAIM: Stored = {
  plural: "persistentvolumeclaims",
  object: {
    metadata: { name: "uploads" },
    spec: {
      accessModes,
      resources: { requests: capacity },
      storageClassName: "standard",
      volumeMode: "Filesystem",
      volumeName: "pvc-3f0f0b1e-6c0e-4c39-9a36-5f6a7c1d2b90",
    },
    status: { phase: "Bound", accessModes, capacity },
  },
};
