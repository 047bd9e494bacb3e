// The relay's door without npm: plain JavaScript, so that an old Node can read it and say what is wrong.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major !== 24 || minor < 9) {
  process.stderr.write(
    `Permanence needs Node 24.9 or a later 24; this is ${process.versions.node}. npm scripts use the right one.\n`,
  );
  process.exitCode = 1;
} else {
  const { run } = await import('./main.ts');
  await run(process.argv.slice(2));
}
