import { bundleProduct } from "./bundle-product";
import { bundleSdk } from "./bundle-sdk";

await Promise.all([bundleProduct(["server.ts", "worker.ts"], "dist"), bundleSdk("dist/sdk/v1")]);
