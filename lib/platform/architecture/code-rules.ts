import type { SourceFile } from "./source-files";
import { isTest } from "./source-files";

type CodeRule = { pattern: RegExp; only?: RegExp; except?: RegExp; tests?: "only" | "never"; why: string };

/** Excepted is where the time itself is the work, the crash or the poll that tests need. */
const neverSleep = {
  except: /^bench\/|\/testing\/|^e2e\/fixtures\/|^inngest\/engine\/behaviour\/embedded\/faults\.test\.ts$/,
  tests: "only",
  why: "poll for the thing, never sleep",
} as const;

const codeRules: readonly CodeRule[] = [
  {
    pattern: /process\.env\b/,
    except: /^(lib\/platform\/env\.ts|db\/embedded\/|bin\/|app\/dev\/|app\/api\/auth\/|i18n\/messages\.ts)/,
    tests: "never",
    why: "read settings through env() of lib/platform/env.ts",
  },
  {
    pattern: /@ts-(ignore|expect-error|nocheck)|(biome|oxlint|eslint)-(ignore|disable)/,
    why: "fix it instead",
  },
  { pattern: /\b(TODO|FIXME|XXX|HACK)\b/, why: "do it now or file it" },
  {
    pattern: /^\s*(export )?(enum|interface) \w/m,
    tests: "never",
    why: "unions of literals and type aliases",
  },
  {
    pattern: /queryKey:\s*\[/,
    except: /\/api\.ts$/,
    tests: "never",
    why: "a query's key lives beside its fetcher, in the api.ts of its concept",
  },
  {
    pattern: /\brandomUUID\b/,
    only: /^(app|components|lib\/(browser|contracts))\//,
    tests: "never",
    why: "browsers have it on https only: randomId of lib/browser/random-id.ts",
  },
  {
    pattern: /`\/\$\{/,
    only: /^(app|components)\//,
    except: /^components\/layout\/navigation\.ts$/,
    tests: "never",
    why: "addresses inside a workspace come from hrefOf, those of one thing from its concept's href file",
  },
  {
    pattern: /JSON\.parse\(.*\);?\s*\} catch \{/,
    except: /^lib\/platform\/try-parse-json\.ts$/,
    tests: "never",
    why: "tryParseJson gives undefined for what is no JSON",
  },
  {
    pattern: /"tr" \| "en"|"en" \| "tr"|startsWith\("tr"\)/,
    tests: "never",
    why: "InterfaceLocale and toInterfaceLocale say which language it is",
  },
  {
    pattern: /description: detailOf\(|\.catch\(\(\) => (undefined|null)\)/,
    only: /^components\//,
    except: /\/toast-refusal\.ts$/,
    tests: "never",
    why: "a mutation tells its refusal with toastRefusal in its onError",
  },
  {
    // The HTTP API's fields and Node's own keep their names.
    pattern: /\b(?!(?:tookMs|latencyMs|mtimeMs)\b)[a-z][A-Za-z0-9]*Ms(?=[A-Z]|\b)/,
    why: "thousandths of a second are called millis",
  },
  {
    pattern: /^\s*(export )?const (?!(GET|POST|PUT|PATCH|DELETE)\b)[A-Z][A-Z0-9_]*\s*[:=]/m,
    why: "constants are camelCase",
  },
  { pattern: /vi\.mock\(\s*["'](@\/|\.)/, tests: "only", why: "tests use our own modules as they are" },
  { pattern: /waitForTimeout|\bsetTimeout\(\s*\w+,/, ...neverSleep },
  {
    pattern: /import \{[^}]*\b(setTimeout|scheduler)\b[^}]*\} from "(node:)?timers\/promises"/,
    ...neverSleep,
  },
];

const isExempt = (path: string): boolean => path.startsWith("lib/platform/architecture/");

/** What a file says that no file may say. */
export function judgeCode({ path, text }: SourceFile): string[] {
  if (isExempt(path)) return [];
  return codeRules
    .filter(({ tests }) => tests === undefined || (tests === "only") === isTest(path))
    .filter(({ only }) => !only || only.test(path))
    .filter(({ except }) => !except?.test(path))
    .flatMap(({ pattern, why }) => {
      const found = pattern.exec(text);
      return found ? [`${path}: "${found[0].trim()}": ${why}`] : [];
    });
}

/** Names of settings that the code declares, so that the documentation can be held against them. */
export const envKeys = (source: string): string[] =>
  [...source.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map((match) => match[1] ?? "");
