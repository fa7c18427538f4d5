import type postgres from "postgres";
import type { Fragment, Sql, TransactionSql } from "./client";

/** Runs one statement and gives its rows; nest fragments and parameters with `${…}`. */
export type Statement = <Row = Record<string, unknown>>(
  strings: TemplateStringsArray,
  ...values: unknown[]
) => Promise<Row[]>;

type Enter = (tx: TransactionSql) => postgres.PendingQuery<postgres.Row[]>;

/** A pool plus what must be said to Postgres before anything else in each transaction. */
class Scope {
  protected constructor(
    protected readonly pool: Sql,
    private readonly enter: Enter,
    protected readonly handle: TransactionSql | undefined,
  ) {}

  readonly sql: Statement = async <Row>(strings: TemplateStringsArray, ...values: unknown[]) => {
    if (this.handle) return statement<Row>(this.handle, strings, values);
    const [, rows] = await this.pool.begin((tx) => [this.enter(tx), statement<Row>(tx, strings, values)]);
    return rows;
  };

  /**
   * One statement in one round trip. Outside a transaction nothing is said ahead of it: what it calls enters by itself,
   * and without that it sees no rows.
   */
  readonly single: Statement = <Row>(strings: TemplateStringsArray, ...values: unknown[]) =>
    statement<Row>(this.handle ?? this.pool, strings, values);

  /** A part of a statement; it runs only inside one. */
  readonly fragment = (strings: TemplateStringsArray, ...values: unknown[]): Fragment =>
    this.pool(strings, ...(values as never[]));

  /** Conditions that all must hold; absent ones are left out. */
  readonly all = (conditions: (Fragment | undefined | "" | false)[]): Fragment =>
    conditions.reduce<Fragment>(
      (so, condition) => (condition ? this.fragment`${so} and ${condition}` : so),
      this.fragment`true`,
    );

  readonly keyword = (word: "asc" | "desc" | "<" | ">"): Fragment =>
    this.pool.unsafe(word) as unknown as Fragment;

  /** Constant text that several statements share. Never from outside. */
  readonly raw = (text: string): Fragment => this.pool.unsafe(text) as unknown as Fragment;

  /** An identifier: a column or a table, quoted. Never from outside. */
  name(identifier: string) {
    return this.pool(identifier);
  }

  /** A jsonb parameter. */
  json(value: unknown) {
    return this.pool.json(value as postgres.JSONValue);
  }

  get isTransaction(): boolean {
    return this.handle !== undefined;
  }

  /** The bare handle, for cursors, COPY and the outbox; statements on it still run under row-level security. */
  get connection(): TransactionSql {
    if (!this.handle) throw new Error("Only a transaction has a connection of its own.");
    return this.handle;
  }

  protected async savepoint(work: () => Promise<never>): Promise<void> {
    await this.connection.savepoint(work);
  }

  protected async begin<T>(work: (tx: TransactionSql) => Promise<T>): Promise<T> {
    const result = await this.pool.begin(async (tx) => {
      // Sent at once but not awaited: it shares a round trip with the first statement, ahead of it.
      const entered = this.enter(tx).execute();
      const [, value] = await Promise.all([entered, work(tx)]);
      return { value };
    });
    return (result as { value: T }).value;
  }
}

/**
 * The right to touch one workspace's rows. It owns the database handle: without a scope there is nothing to
 * query with, and row-level security refuses what a forgotten `where` would let through.
 */
export class WorkspaceScope extends Scope {
  private constructor(
    readonly id: string,
    pool: Sql,
    handle?: TransactionSql,
  ) {
    super(pool, (tx) => tx`select set_config('app.workspace_id', ${id}, true)`, handle);
  }

  /** Only `lib/platform/context`, `inngest` and `db/testing` mint scopes. */
  static mint(pool: Sql, workspaceId: string): WorkspaceScope {
    return new WorkspaceScope(workspaceId, pool);
  }

  /** The workspace's id as an argument of a function, which is in the workspace from then on. */
  get entering(): Fragment {
    return this.fragment`set_config('app.workspace_id', ${this.id}, true)::uuid`;
  }

  /** Everything inside commits together; nested calls join the outer transaction. */
  async transaction<T>(work: (tx: WorkspaceScope) => Promise<T>): Promise<T> {
    if (this.handle) return work(this);
    return this.begin((tx) => work(new WorkspaceScope(this.id, this.pool, tx)));
  }

  /** Does the work inside this transaction, takes it back and gives what it gave. */
  async rehearse<T>(work: () => Promise<T>): Promise<T> {
    const rehearsal = new Rehearsal<T>();
    await this.savepoint(async () => {
      rehearsal.gave = { value: await work() };
      throw rehearsal;
    }).catch((error: unknown) => {
      if (error !== rehearsal) throw error;
    });
    if (!rehearsal.gave) throw new Error("A rehearsal ends with what it gave.");
    return rehearsal.gave.value;
  }
}

/** Thrown to take work back. */
class Rehearsal<T> extends Error {
  override readonly name = "Rehearsal";
  gave: { value: T } | undefined;
}

/** Reads and writes across workspaces: sign-in, sweeps, crons. Its queries are named `unsafeAcrossWorkspaces…`. */
export class SystemScope extends Scope {
  private constructor(pool: Sql, handle?: TransactionSql) {
    super(pool, (tx) => tx`select set_config('app.system', 'on', true)`, handle);
  }

  static mint(pool: Sql): SystemScope {
    return new SystemScope(pool);
  }

  async transaction<T>(work: (tx: SystemScope) => Promise<T>): Promise<T> {
    if (this.handle) return work(this);
    return this.begin((tx) => work(new SystemScope(this.pool, tx)));
  }
}

function statement<Row>(
  sql: Sql | TransactionSql,
  strings: TemplateStringsArray,
  values: unknown[],
): Promise<Row[]> {
  return sql(strings, ...(values as never[])) as unknown as Promise<Row[]>;
}
