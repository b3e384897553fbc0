/**
 * Times the check, with words, of texts made to keep it busy: `node scripts/growth.ts [WORDS]`, texts whose name
 * holds WORDS only. Milliseconds of processor time at a quarter, half and whole megabyte, and at ten, which lie beyond what is read.
 */
import { longLetter } from '../bench/generate.ts';
import { adversarial } from '../test/robust/adversarial.ts';
import { fullChecker } from '../test/support/full-checker.ts';

const only = process.argv[2] ?? '';
const lengths = [250_000, 500_000, 1_000_000, 10_000_000];
const checker = fullChecker();
checker.check(longLetter(50_000));
console.log(`${'characters'.padEnd(30)}${lengths.map((length) => String(length).padStart(10)).join('')}`);
for (const [name, make] of Object.entries({ 'a letter of many items': longLetter, ...adversarial })) {
  if (!name.includes(only)) continue;
  const times = lengths.map((length) => {
    const text = make(length);
    const began = process.cpuUsage();
    checker.check(text);
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1000;
  });
  console.log(name.padEnd(30) + times.map((time) => time.toFixed(0).padStart(10)).join(''));
}
