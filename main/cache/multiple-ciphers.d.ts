/** The package's own types cannot be reached through its "exports"; its interface is better-sqlite3's. */
declare module 'better-sqlite3-multiple-ciphers' {
  import Database = require('better-sqlite3');
  export = Database;
}
