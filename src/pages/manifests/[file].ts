import type { APIRoute } from "astro";
import { manifests } from "../../content/manifests.ts";

/** One address for each manifest, stable, for `kubectl apply -f` and for downloads. */
export const getStaticPaths = () => [...manifests.keys()].map((file) => ({ params: { file } }));

export const GET: APIRoute = ({ params }) =>
  new Response(manifests.get(params["file"] ?? ""), {
    headers: { "content-type": "application/yaml" },
  });
