import { CompiledQuery, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler } from 'kysely';
import type { DatabaseConnection, Dialect, Driver, QueryResult } from 'kysely';
import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';

const keptStatements = 200;

/** Kysely on `node:sqlite`: one connection, prepared statements kept. Transactions are the caller's affair. */
export function sqliteDialect(database: DatabaseSync): Dialect {
  return {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => driverOf(database),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

function driverOf(database: DatabaseSync): Driver {
  const connection = connectionOf(database);
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

function connectionOf(database: DatabaseSync): DatabaseConnection {
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
  return {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      const { statement, gives } = prepare(query.sql);
      const parameters = query.parameters.map(asInput);
      if (gives) return { rows: statement.all(...parameters) as R[] };
      const { changes } = statement.run(...parameters);
      return { rows: [], numAffectedRows: BigInt(changes) };
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
