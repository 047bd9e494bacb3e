/**
 * A process of its own, in a workstation's session: puts months of closed conversations into the cache of a desk that is
 * not running, by the desk's own key and store. Called with the data folder, the relay, the officer, and how many.
 */
import { openDatabase } from '../../main/cache/open-database.ts';
import { createSqliteStore } from '../../main/cache/sqlite-store.ts';
import { openKeychain } from '../../main/session/keychain.ts';
import { Vault } from '../../main/session/vault.ts';
import { conversation, dice, vocabulary } from '../search/corpus.ts';

const WORDS = 40_000;
/** Messages of a conversation: the beginnings of the corpus's, which are longer. */
const EACH = 20;

const [folder = '', relay = '', officer = '', count = ''] = process.argv.slice(2);
const vault = new Vault({ keychain: await openKeychain(), relay, folder });
const file = vault.cacheFile(officer);
const key = await vault.cacheKey(file);
if (key === null) throw new Error('the desk has no key in this keychain');
const database = openDatabase(file, key);
const store = createSqliteStore(database, officer);
const random = dice(1);
const words = vocabulary(WORDS, dice(3));
const self = [{ officer, rank: 'Gardien de la paix', alias: 'Agent 0' }];
for (let index = 0; index < Number(count); index += 1) {
  const { head, entries } = conversation(index, Number(count), words, self, random);
  const read = { lastSeq: EACH, lastCitizenSeq: EACH - 1, officerRead: EACH, citizenRead: EACH };
  store.heads({ all: false, heads: [{ ...head, ...read }], gone: [] });
  const { conversation: id } = head;
  store.append({ conversation: id, after: 0, through: EACH, entries: entries.slice(0, EACH) });
}
// Closed on other days: in the history, and in no list.
store.heads({ all: true, heads: [], gone: [] });
database.pragma('wal_checkpoint(TRUNCATE)');
database.close();
