import { CompiledQuery, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import type { Ran, Row } from '../operations/context.ts';

const keptStatements = 200;

/** Statements of this database, done at once. */
export type SqliteRun = (sql: string, values: readonly unknown[]) => Ran;

/** Kysely on `node:sqlite`: one connection. Transactions are the caller's affair. */
export function sqliteDialect(run: SqliteRun): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driverOf(run),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function driverOf(runOn: SqliteRun): Driver {
  const connection = connectionOf(runOn);
  const run = (sql: string) => connection.executeQuery(CompiledQuery.raw(sql)).then(() => undefined);
  return {
    init: () => Promise.resolve(),
    acquireConnection: () => Promise.resolve(connection),
    beginTransaction: () => run('begin immediate'),
    commitTransaction: () => run('commit'),
    rollbackTransaction: () => run('rollback'),
    releaseConnection: () => Promise.resolve(),
    destroy: () => Promise.resolve(),
  };
}

/** Takes a database, gives the way to carry out statements on it; prepared ones are kept. */
export function createRun(database: DatabaseSync): SqliteRun {
  const statements = new Map<string, { readonly statement: StatementSync; readonly gives: boolean }>();
  const prepare = (sql: string) => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    if (statements.size >= keptStatements) statements.clear();
    const statement = database.prepare(sql);
    const prepared = { statement, gives: statement.columns().length > 0 };
    statements.set(sql, prepared);
    return prepared;
  };
  return (sql, values) => {
    const { statement, gives } = prepare(sql);
    const parameters = values.map(asInput);
    if (gives) return { rows: statement.all(...parameters) as Row[], changes: 0 };
    return { rows: [], changes: Number(statement.run(...parameters).changes) };
  };
}

function connectionOf(run: SqliteRun): DatabaseConnection {
  return {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      const { rows, changes } = run(query.sql, query.parameters);
      return { rows: rows as R[], numAffectedRows: BigInt(changes) };
    },
    // eslint-disable-next-line require-yield
    async *streamQuery() {
      throw new Error('not used: rows of one document fit in memory');
    },
  };
}

/** What SQLite can keep in a column; anything else is a mistake of ours. */
function asInput(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError('no column takes this');
}
