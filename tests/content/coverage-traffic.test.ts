import { coverageTable } from "./coverage.ts";

coverageTable([
  {
    at: "troubleshooting/intermittent-502#find-the-cause",
    messages: ["502 Bad Gateway", "upstream connect error or disconnect/reset before headers"],
    says: ["Compare the time of an error with RESTARTS and AGE."],
  },
  {
    at: "troubleshooting/intermittent-502#the-server-closes-idle-connections-first",
    messages: ["connection reset by peer", "ECONNRESET", "socket hang up"],
    says: ["gunicorn", "uvicorn", "server.keepAliveTimeout", "AWS ALB", "65 seconds against 60"],
  },
  {
    at: "troubleshooting/intermittent-502#pods-end-while-calls-arrive",
    says: ["a moment later than its process does", "Keep serving for some seconds after SIGTERM"],
  },
  {
    at: "troubleshooting/intermittent-502#the-container-restarts-under-load",
    says: ["OOMKilled", "WORKER TIMEOUT"],
  },
  {
    at: "troubleshooting/intermittent-502#a-mesh-proxy-is-in-between",
    messages: ["reset reason: overflow"],
    says: ["istio-proxy", "only one side uses mutual TLS"],
  },
  {
    at: "troubleshooting/connection-refused#find-the-cause",
    says: ["Now and then, outside releases too"],
  },
  {
    at: "troubleshooting/ingress-errors#no-rule-matches",
    messages: ["default backend - 404"],
    says: ["Host and path must both match", "Prefix matches by whole parts"],
  },
  {
    at: "troubleshooting/ingress-errors#the-app-gets-another-path",
    says: ["An Ingress passes the path on as it came", "rewrite-target: /$2"],
  },
  {
    at: "troubleshooting/ingress-errors#no-controller-takes-the-ingress",
    says: ["ADDRESS stays empty", "ingressClassName"],
  },
  {
    at: "troubleshooting/ingress-errors#there-is-no-backend",
    messages: ["503 Service Temporarily Unavailable", "no healthy upstream"],
    says: ["With endpoints, it is one of these", "here 80, not 8000"],
  },
  {
    at: "troubleshooting/ingress-errors#the-answer-takes-too-long",
    messages: ["504 Gateway Time-out", "upstream timed out"],
    says: ["WebSockets and event streams break off", "proxy-read-timeout"],
  },
  {
    at: "troubleshooting/ingress-errors#the-body-is-too-large",
    messages: ["413 Request Entity Too Large"],
    says: ["by default 1 MiB in ingress-nginx", "proxy-body-size"],
  },
  {
    at: "troubleshooting/ingress-errors#the-certificate-is-not-yours",
    messages: ["Kubernetes Ingress Controller Fake Certificate"],
    says: ["must exist in the Ingress's own namespace"],
  },
  {
    at: "troubleshooting/httproute-not-accepted#no-listener-fits",
    messages: ["NoMatchingListenerHostname", "NoMatchingParent"],
    says: ["*.example.com covers api.example.com and not example.com"],
  },
  {
    at: "troubleshooting/httproute-not-accepted#the-gateway-admits-no-routes-from-your-namespace",
    messages: ["NotAllowedByListeners"],
    says: ["By default a listener accepts routes from the Gateway's own namespace only"],
  },
  {
    at: "troubleshooting/httproute-not-accepted#the-service-is-not-found",
    messages: ["BackendNotFound", "RefNotPermitted"],
    says: ["Calls get a 500 from the proxy", "ReferenceGrant"],
  },
  {
    at: "troubleshooting/httproute-not-accepted#the-gateway-itself-is-not-ready",
    messages: ["AddressNotAssigned"],
    says: ["PROGRAMMED is not True"],
  },
  {
    at: "troubleshooting/not-reachable-from-outside#no-load-balancer-is-provided",
    messages: ["EXTERNAL-IP <pending>"],
    says: ["MetalLB", "Kubernetes only asks for a load balancer"],
  },
  {
    at: "troubleshooting/not-reachable-from-outside#a-local-cluster-needs-a-tunnel",
    says: ["minikube tunnel", "cloud-provider-kind", "extraPortMappings"],
  },
  {
    at: "troubleshooting/not-reachable-from-outside#the-nodeport-does-not-answer",
    says: ["A timeout is mostly a firewall", "from 30000 to 32767"],
  },
  {
    at: "troubleshooting/not-reachable-from-outside#only-some-nodes-answer",
    says: ["externalTrafficPolicy is Local", "drops it if it has none"],
  },
  {
    at: "troubleshooting/not-reachable-from-outside#the-client-ip-is-lost",
    says: ["X-Forwarded-For", "Trust it only from your own proxies"],
  },
  {
    at: "troubleshooting/dns-slow-or-intermittent#a-lookup-takes-five-seconds",
    says: ["single-request-reopen", "NodeLocal DNSCache"],
  },
  {
    at: "troubleshooting/dns-slow-or-intermittent#the-cluster-dns-is-overloaded",
    says: ["reach their CPU limit", "1024 packets a second"],
  },
  {
    at: "troubleshooting/dns-slow-or-intermittent#alpine-resolves-names-differently",
    says: ["Up to Alpine 3.17 it could not ask over TCP"],
  },
  {
    at: "troubleshooting/dns-slow-or-intermittent#find-the-cause",
    messages: ["EAI_AGAIN"],
    says: ["no usable answer came in time"],
  },
  {
    at: "troubleshooting/certificate-errors#find-the-cause",
    messages: [
      "CERTIFICATE_VERIFY_FAILED",
      "PKIX path building failed",
      "unable to get local issuer certificate",
    ],
    says: ["x509: certificate signed by unknown authority"],
  },
  {
    at: "troubleshooting/certificate-errors#the-authority-is-your-companys-own",
    says: [
      "SSL_CERT_FILE",
      "NODE_EXTRA_CA_CERTS",
      "send your passwords to any server that answers",
    ],
  },
  {
    at: "troubleshooting/containers-of-one-pod#nothing-listens-on-that-address",
    says: ["127.0.0.1:9000 and 0.0.0.0:9000 answer localhost", "::1"],
  },
  {
    at: "troubleshooting/containers-of-one-pod#the-port-is-taken",
    messages: ["EADDRINUSE"],
    says: ["cannot live in one Pod"],
  },
  {
    at: "troubleshooting/containers-of-one-pod#the-other-one-starts-later",
    says: ["restartPolicy: Always", "stable since Kubernetes 1.33"],
  },
  {
    at: "troubleshooting/connection-refused#a-service-set-your-variable",
    messages: ["invalid literal for int() with base 10: 'tcp:"],
    says: ["enableServiceLinks: false", "REDIS_PORT"],
  },
  {
    at: "troubleshooting/connection-refused#the-caller-uses-the-wrong-address",
    messages: ["ECONNREFUSED 127.0.0.1"],
    says: ["In a Pod, localhost is the Pod itself"],
  },
  {
    at: "troubleshooting/running-but-not-ready#the-probe-asks-in-the-wrong-place",
    messages: ["Readiness probe failed: … connection refused"],
    says: ["means another port, or a process that listens on 127.0.0.1 only"],
  },
]);
