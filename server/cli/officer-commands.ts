import { Command, InvalidArgumentError, Option } from 'commander';
import { Capacity, Role } from '../../protocol/officer.ts';
import type { Administered, Officers } from '../accounts/officers.ts';
import { PASSWORD_MINIMUM } from '../accounts/passwords.ts';
import { type GlobalOptions, print, Refused, withAccounts } from './context.ts';
import { readPassword } from './password.ts';

const PASSWORD_PROBLEMS = {
  'too-short': `the password must have ${PASSWORD_MINIMUM} characters at least`,
  'too-long': 'the password must have 256 characters at most',
  'too-common': 'the password is among the first that anybody would try',
  'holds-the-login': 'the password holds the login',
} as const;

function answer(result: Administered, login: string, done: string): void {
  if (result.kind === 'done') print(`${login}: ${done} (${result.officer})`);
  else if (result.kind === 'unknown-login') throw new Refused(`there is no account "${login}"`);
  else if (result.kind === 'login-taken') throw new Refused(`the login "${login}" is taken`);
  else if (result.kind === 'invalid') throw new Refused(`the ${result.field} is not a valid one`);
  else throw new Refused(PASSWORD_PROBLEMS[result.problem]);
}

async function newPassword(): Promise<string> {
  const password = await readPassword();
  if (password === null) throw new Refused('the two passwords are not the same');
  return password;
}

function parseCapacity(text: string): number {
  const capacity = Capacity.safeParse(Number(text));
  if (!capacity.success) throw new InvalidArgumentError('expected a whole number from 1 to 50');
  return capacity.data;
}

type Simple = { readonly name: string; readonly about: string; readonly done: string };
type SimpleAct = Simple & { readonly act: (officers: Officers, login: string) => Promise<Administered> };

const SIMPLE: readonly SimpleAct[] = [
  {
    name: 'disable',
    about: 'refuses further sign-ins and ends every session',
    done: 'disabled',
    act: (officers, login) => officers.disable(login),
  },
  {
    name: 'enable',
    about: 'allows sign-ins again, and forgets failed ones',
    done: 'enabled',
    act: (officers, login) => officers.enable(login),
  },
  {
    name: 'sign-out',
    about: 'ends every session of the officer',
    done: 'signed out everywhere',
    act: (officers, login) => officers.signOut(login),
  },
];

/** `officer …`: accounts. They may be used while the relay runs, which notices within a second. */
export function officerCommands(globals: () => GlobalOptions): Command {
  const officer = new Command('officer').description('accounts of officers and supervisors');

  officer
    .command('add <login>')
    .description('makes an account; the password is asked for, or read from standard input')
    .requiredOption('--rank <rank>', 'as citizens read it')
    .requiredOption('--alias <alias>', 'as citizens read it; never a name')
    .addOption(new Option('--role <role>', 'what they may do').choices(Role.options).default('officer'))
    .option('--capacity <number>', 'conversations at once', parseCapacity)
    .action(async (login: string, given: { rank: string; alias: string; role: Role; capacity?: number }) => {
      const password = await newPassword();
      await withAccounts(globals(), async (officers) => {
        answer(await officers.add({ login, ...given }, password), login, 'added');
      });
    });

  officer
    .command('list')
    .description('lists the accounts')
    .option('--json', 'as JSON')
    .action((given: { json?: boolean }) =>
      withAccounts(globals(), async (officers, audit) => {
        await audit('officers-listed', null);
        const rows = (await officers.list()).map(
          ({ officer: id, login, rank, alias, role, capacity, disabledAt }) => ({
            officer: id,
            login,
            rank,
            alias,
            role,
            capacity,
            disabled: disabledAt !== null,
          }),
        );
        if (given.json === true) print(JSON.stringify(rows));
        else for (const row of rows) print(lineOf(row));
      }),
    );

  officer
    .command('password <login>')
    .description('gives a new password and ends every session')
    .action(async (login: string) => {
      const password = await newPassword();
      await withAccounts(globals(), async (officers) => {
        answer(await officers.setPassword(login, password), login, 'has a new password');
      });
    });

  officer
    .command('role <login> <role>')
    .description('changes what an officer may do, and ends every session')
    .action(async (login: string, role: string) => {
      const checked = Role.safeParse(role);
      if (!checked.success) throw new Refused(`expected one of ${Role.options.join(', ')}, not "${role}"`, 2);
      await withAccounts(globals(), async (officers) => {
        answer(await officers.setRole(login, checked.data), login, `is now ${checked.data}`);
      });
    });

  for (const { name, about, done, act } of SIMPLE) {
    officer
      .command(`${name} <login>`)
      .description(about)
      .action((login: string) =>
        withAccounts(globals(), async (officers) => answer(await act(officers, login), login, done)),
      );
  }
  return officer;
}

type Listed = {
  login: string;
  role: string;
  rank: string;
  alias: string;
  capacity: number;
  disabled: boolean;
};

function lineOf({ login, role, rank, alias, capacity, disabled }: Listed): string {
  return `${login.padEnd(20)} ${role.padEnd(10)} ${`${rank} ${alias}`.padEnd(32)} ${capacity}${disabled ? '  disabled' : ''}`;
}
