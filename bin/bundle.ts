import { bundleProduct } from "./bundle-product";

await bundleProduct(["server.ts", "worker.ts"], "dist");
