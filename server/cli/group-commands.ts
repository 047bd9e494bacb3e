import { Command } from 'commander';
import { GroupAdministration, type Grouped } from '../accounts/groups.ts';
import { openGroupStore } from '../store/sqlite/groups.ts';
import { actor, type GlobalOptions, print, Refused, withAccounts } from './context.ts';

function answer(result: Grouped, name: string, done: string): void {
  switch (result.kind) {
    case 'done':
      print(`${name}: ${done} (${result.group})`);
      return;
    case 'unknown-group':
      throw new Refused(`there is no group "${name}"`);
    case 'unknown-login':
      throw new Refused('there is no such account');
    case 'name-taken':
      throw new Refused('another group has this name');
    case 'invalid-name':
      throw new Refused('expected a name of 1 to 40 characters');
    case 'too-many':
      throw new Refused('there are as many as there may be');
  }
}

type Work = (groups: GroupAdministration) => Promise<Grouped>;

/** `group …`: groups of officers. They may be changed while the relay runs, which notices within seconds. */
export function groupCommands(globals: () => GlobalOptions): Command {
  const group = new Command('group').description('groups of officers, to whom a conversation may be passed');

  const run = (name: string, done: string, work: Work): Promise<void> =>
    withAccounts(globals(), async (_officers, _audit, accounts, database) => {
      const groups = new GroupAdministration(openGroupStore(database), accounts, Date.now, actor());
      answer(await work(groups), name, done);
    });

  group
    .command('list')
    .description('lists the groups and the logins of their members')
    .option('--json', 'as JSON')
    .action((given: { json?: boolean }) =>
      withAccounts(globals(), async (officers, audit, _accounts, database) => {
        await audit('groups-listed', null);
        const logins = new Map((await officers.list()).map(({ officer, login }) => [officer, login]));
        const rows = (await openGroupStore(database).groups()).map(({ group: id, name, members }) => ({
          group: id,
          name,
          members: members.flatMap((officer) => logins.get(officer) ?? []),
        }));
        if (given.json === true) print(JSON.stringify(rows));
        else for (const { name, members } of rows) print(`${name.padEnd(40)} ${members.join(' ')}`.trimEnd());
      }),
    );

  group
    .command('add <name>')
    .description('makes a group; its name is what officers read')
    .action((name: string) => run(name, 'added', (groups) => groups.add(name)));
  group
    .command('rename <name> <new>')
    .description('gives a group another name')
    .action((name: string, next: string) => run(name, 'renamed', (groups) => groups.rename(name, next)));
  group
    .command('remove <name>')
    .description('removes a group; what waits for it is anybody’s')
    .action((name: string) => run(name, 'removed', (groups) => groups.remove(name)));
  group
    .command('join <name> <login>')
    .description('makes an officer a member')
    .action((name: string, login: string) =>
      run(name, `${login} is a member`, (groups) => groups.join(name, login)),
    );
  group
    .command('leave <name> <login>')
    .description('ends a membership')
    .action((name: string, login: string) =>
      run(name, `${login} is no member`, (groups) => groups.leave(name, login)),
    );
  return group;
}
