/** The version of Kubernetes whose behaviour the cluster shows. */
export const VERSION = "v1.36.3";
