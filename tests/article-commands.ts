/** The kubectl commands of the article that the site is made from: none may be left out. */
export const ARTICLE = [
  "kubectl get pods",
  "kubectl get deployments",
  "kubectl get services",
  "kubectl describe pod <pod-name>",
  "kubectl logs <pod-name>",
  "kubectl logs <pod-name> -f",
  "kubectl logs <pod-name> --previous",
  "kubectl exec -it <pod-name> -- /bin/sh",
  "kubectl apply -f deployment.yaml",
  "kubectl delete pod <pod-name>",
  "kubectl scale deployment api-server --replicas=5",
  "kubectl rollout status deployment/api-server",
  "kubectl rollout undo deployment/api-server",
  "kubectl set image deployment/api-server api=myrepo/api-server:v1.2.4",
];
