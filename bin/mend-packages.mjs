// Packages whose published form costs too much or breaks, and what `npm ci` makes of them here.
//
// postgres does not survive a lost connection: a transaction goes on writing to a socket that is gone, which ends the
// process, and what was left to write or to answer keeps the connection from ever working again. Nor does it let its
// garbage go: V8 puts a function that is written straight into a property among the old objects, so that every query
// holds a dead old object which keeps all that it reached alive until the next full collection (a fifth of what a worker
// allocates). Named first, and then assigned, it is young like the rest.
//
// inngest builds the schemas that it reads a call with, and the stream that a call might answer with, for every call
// anew, with a logger for debugging, and looks through the whole environment for the few names it knows: half of what a
// call costs. Here the schemas are built once, the stream and the logger when they are used, and the environment is asked
// for those names.
//
// Each step says what it finds and what it makes of it, and refuses a version it does not know.
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const packages = join(dirname(fileURLToPath(import.meta.url)), "../node_modules");

const driverSteps = [
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

const sdkSteps = [
  {
    file: "helpers/env.js",
    find: "\tfor (const [k, v] of Object.entries(allProcessEnv())) {\n\t\tif (!whitelist.includes(k)) continue;\n\t\tenv[k] = v;\n\t}\n",
    make: "\tconst all = allProcessEnv();\n\tfor (const k of whitelist) if (Object.hasOwn(all, k)) env[k] = all[k];\n",
  },
  {
    file: "helpers/functions.js",
    find: "const parseFnData = (data, headerVersion, internalLogger) => {\n\tconst versionSchema = createVersionSchema(internalLogger);\n\tconst fnDataVersionSchema = z.object({ version: versionSchema });\n",
    make: "let fnDataSchema;\nconst versionSchemas = new WeakMap();\nconst parseFnData = (data, headerVersion, internalLogger) => {\n\tif (!versionSchemas.has(internalLogger)) versionSchemas.set(internalLogger, createVersionSchema(internalLogger));\n\tconst versionSchema = versionSchemas.get(internalLogger);\n",
  },
  {
    file: "helpers/functions.js",
    find: "\t\t\tconst parsedVersionData = fnDataVersionSchema.parse(data);\n\t\t\tversion = parsedVersionData.version.version;\n\t\t\tsdkDecided = parsedVersionData.version.sdkDecided;\n",
    make: "\t\t\tconst parsedVersion = versionSchema.parse(data.version);\n\t\t\tversion = parsedVersion.version;\n\t\t\tsdkDecided = parsedVersion.sdkDecided;\n",
  },
  {
    file: "helpers/functions.js",
    find: "\t\t\t...z.object({\n\t\t\t\tevent: ",
    make: "\t\t\t...(fnDataSchema ??= z.object({\n\t\t\t\tevent: ",
  },
  {
    file: "helpers/functions.js",
    find: "\t\t\t\t}).optional().nullable()\n\t\t\t}).parse(data)\n",
    make: "\t\t\t\t}).optional().nullable()\n\t\t\t})).parse(data)\n",
  },
  {
    file: "components/StreamTools.js",
    find: "\ttransform;\n\twriter;\n",
    make: "\tmade;\n\tlockedWriter;\n",
  },
  {
    file: "components/StreamTools.js",
    find: "\t\tlet readableStrategy;\n\t\ttry {\n\t\t\treadableStrategy = new CountQueuingStrategy({ highWaterMark: 1024 });\n\t\t} catch {}\n\t\tthis.transform = new TransformStream(void 0, void 0, readableStrategy);\n\t\tthis.writer = this.transform.writable.getWriter();\n\t}\n",
    make: "\t}\n\tget transform() {\n\t\treturn this.made ??= new TransformStream(void 0, void 0, new CountQueuingStrategy({ highWaterMark: 1024 }));\n\t}\n\tget writer() {\n\t\treturn this.lockedWriter ??= this.transform.writable.getWriter();\n\t}\n",
  },
  {
    file: "components/StreamTools.js",
    find: "\t\tthis.enqueue(buildSseCommitEvent(hashedStepId));\n",
    make: "\t\tif (this._activated) this.enqueue(buildSseCommitEvent(hashedStepId));\n",
  },
  {
    file: "components/StreamTools.js",
    find: "\t\tthis.enqueue(buildSseRollbackEvent(hashedStepId));\n",
    make: "\t\tif (this._activated) this.enqueue(buildSseRollbackEvent(hashedStepId));\n",
  },
  {
    file: "components/execution/InngestExecution.js",
    find: "this.devDebug = Debug(",
    make: "this.devDebug = Debug.names.length === 0 ? () => {} : Debug(",
  },
];

mendPackage("postgres", "3.4.9", ["src", "cjs/src"], driverSteps);
// Its other form, for require(), is loaded by nobody here.
mendPackage("inngest", "4.24.0", ["."], sdkSteps);

/**
 * @param {string} name
 * @param {string} versionKnown
 * @param {string[]} folders that hold the same files
 * @param {{ file: string; find: string | string[]; make: string }[]} steps
 */
function mendPackage(name, versionKnown, folders, steps) {
  const { version } = JSON.parse(readFileSync(join(packages, name, "package.json"), "utf8"));
  if (version !== versionKnown)
    throw new Error(`bin/mend-packages.mjs knows version ${versionKnown} of the package ${name} only.`);
  for (const folder of folders) for (const step of steps) mend(join(packages, name, folder, step.file), step);
}

/**
 * @param {string} path
 * @param {{ find: string | string[]; make: string }} step
 */
function mend(path, { find, make }) {
  const text = readFileSync(path, "utf8");
  if (text.includes(make)) return;
  const found = [find].flat().find((candidate) => text.split(candidate).length === 2);
  if (found === undefined) throw new Error(`bin/mend-packages.mjs does not recognise ${path}.`);
  writeFileSync(
    path,
    text.replace(found, () => make),
  );
}
