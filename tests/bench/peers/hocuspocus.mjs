// Hocuspocus with its own defaults on a SQLite file. Its SQLite extension is this database extension on another driver, which needs a compiler.
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';

const db = new DatabaseSync(join(process.env.DATA_DIR, 'hocuspocus.db'));
db.exec('create table if not exists documents (name text primary key, data blob not null)');
const read = db.prepare('select data from documents where name = ?');
const write = db.prepare('insert into documents values (?, ?) on conflict (name) do update set data = excluded.data');
const extension = new Database({
  fetch: async ({ documentName }) => read.get(documentName)?.data,
  store: async ({ documentName, state }) => void write.run(documentName, state),
});
const server = new Server({ port: 0, address: '127.0.0.1', quiet: true, extensions: [extension] });
await server.listen();
console.log(`ready ${server.httpServer.address().port}`);
