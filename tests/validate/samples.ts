import { readdirSync, readFileSync } from "node:fs";
import type { External, Level, ManifestFile } from "../../src/validate/index.ts";

const folder = new URL("../../content/manifests/", import.meta.url);

/** Every manifest of the site. */
export const siteManifests: readonly ManifestFile[] = readdirSync(folder)
  .filter((name) => name.endsWith(".yaml"))
  .map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }))
  // No object of the API: kubectl reads it.
  .filter(({ text }) => !/^kind: Kustomization$/m.test(text));

/** What the site's manifests use and readers make themselves. */
export const siteExternal: External = {
  secrets: { "db-secret": ["url"], "api-example-com-tls": [] },
  objects: ["Gateway/public"],
};

/** A Deployment whose faults are planted by changing one piece of it. */
export const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: api-server
spec:
  replicas: 3
  selector:
    matchLabels:
      app: api-server
  template:
    metadata:
      labels:
        app: api-server
    spec:
      containers:
        - name: api
          image: myrepo/api-server:v1.2.3
          ports:
            - name: http
              containerPort: 8000
          env:
            - name: DATABASE_URL
              valueFrom:
                secretKeyRef:
                  name: db-secret
                  key: url
          volumeMounts:
            - name: config
              mountPath: /etc/api
          readinessProbe:
            httpGet:
              path: /healthz
              port: http
          resources:
            requests:
              memory: "128Mi"
              cpu: "100m"
            limits:
              memory: "256Mi"
              cpu: "500m"
      volumes:
        - name: config
          configMap:
            name: api-config
---
apiVersion: v1
kind: ConfigMap
metadata:
  name: api-config
data:
  LOG_LEVEL: info
`;

/** A Service for it. */
export const service = `apiVersion: v1
kind: Service
metadata:
  name: api-server
spec:
  type: ClusterIP
  selector:
    app: api-server
  ports:
    - name: http
      port: 80
      targetPort: http
`;

/**
 * Changes one piece of a text.
 * @throws Error when the piece is not there, so that no fault is planted in vain
 */
export function change(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the sample has no ${JSON.stringify(from)}`);
  return text.replace(from, () => to);
}

/** A manifest with one fault. */
export interface Broken {
  fault: string;
  text: string;
  /** Files that stand beside it. */
  beside?: readonly ManifestFile[];
  line: number;
  message: RegExp;
  /** An error unless tests/validate/levels.ts says otherwise. */
  level?: Level;
  /** Whether everything it refers to is there. */
  complete?: boolean;
}
