// The database driver, as it is published, does not survive a lost connection: a transaction goes on writing to a
// socket that is gone, which ends the process, and what was left to write or to answer keeps the connection from ever
// working again. Nor does it let its garbage go: V8 puts a function that is written straight into a property among the
// old objects, so that every query holds a dead old object which keeps all that it reached alive until the next full
// collection (a fifth of what a worker allocates). Named first, and then assigned, it is young like the rest.
// Each step says what it finds and what it makes of it, and refuses a version it does not know.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const versionKnown = "3.4.9";
const driver = join(dirname(fileURLToPath(import.meta.url)), "../node_modules/postgres");

const steps = [
  {
    file: "connection.js",
    find: "    clearImmediate(nextWriteTimer)\n    socket.removeListener('data', data)\n    socket.removeListener('connect', connected)\n    idleTimer.cancel()",
    make: "    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener('data', data)\n    socket.removeListener('connect', connected)\n    idleTimer.cancel()",
  },
  {
    file: "connection.js",
    find: "    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
    make: "    ;(query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n    query = results = errorResponse = null\n    result = new Result()\n",
  },
  {
    file: "connection.js",
    find: "return fetchArrayTypes()\n",
    make: "return fetchArrayTypes().catch(() => { /* The connection is lost, and with it this. */ })\n",
  },
  {
    file: "index.js",
    find: "    let savepoints = 0\n      , connection\n",
    make: "    let savepoints = 0\n      , connection\n      , lost\n",
  },
  {
    file: "index.js",
    find: [
      "new Promise((_, reject) => connection.onclose = reject)",
      "new Promise((_, reject) => connection.onclose = error => reject(lost = error))", // as this file once made it
    ],
    make: "new Promise((_, reject) => {\n          const lose = error => reject(lost = error)\n          connection.onclose = lose\n        })",
  },
  {
    file: "index.js",
    find: "        q.catch(e => uncaughtError || (uncaughtError = e))\n        c.queue",
    make: "        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (lost)\n          return q.reject(lost)\n        c.queue",
  },
  {
    file: "index.js",
    find: "      sql.prepare = x => prepare = x.replace(/[^a-z0-9$-_. ]/gi)\n",
    make: "      const named = x => prepare = x.replace(/[^a-z0-9$-_. ]/gi)\n      sql.prepare = named\n",
  },
  {
    file: "index.js",
    find: "      c.reserved = () => queries.length\n        ? c.execute(queries.shift())\n        : move(c, reserved)\n    }\n",
    make: "      const next = () => queries.length\n        ? c.execute(queries.shift())\n        : move(c, reserved)\n      c.reserved = next\n    }\n",
  },
  {
    file: "query.js",
    find: "    this.resolve = x => (this.active = false, resolve(x))\n    this.reject = x => (this.active = false, reject(x))\n\n    this.active",
    make: "    const fulfil = x => (this.active = false, resolve(x))\n    const fail = x => (this.active = false, reject(x))\n    this.resolve = fulfil\n    this.reject = fail\n\n    this.active",
  },
];

const manifest = readFileSync(join(driver, "package.json"), "utf8");
if (!manifest.includes(`"version": "${versionKnown}"`))
  throw new Error(`bin/mend-driver.mjs knows version ${versionKnown} of the package postgres only.`);
for (const folder of ["src", "cjs/src"])
  for (const step of steps) mend(join(driver, folder, step.file), step);

/**
 * @param {string} path
 * @param {{ find: string | string[]; make: string }} step
 */
function mend(path, { find, make }) {
  const text = readFileSync(path, "utf8");
  if (text.includes(make)) return;
  const found = [find].flat().find((candidate) => text.split(candidate).length === 2);
  if (found === undefined) throw new Error(`bin/mend-driver.mjs does not recognise ${path}.`);
  writeFileSync(
    path,
    text.replace(found, () => make),
  );
}
