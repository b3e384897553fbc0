/**
 * Checks the clean letters (examples, fixtures, composed ones) and prints every finding above hint; none is expected, and the exit
 * code is 1 when there is one: `npm run bench:clean [-- --hints]` (with `--hints`, hints are printed but not counted).
 */
import { fullChecker } from '../../test/support/full-checker.ts';
import { readLetters } from './letters.ts';
import { around } from './print.ts';

const checker = fullChecker();
const hints = process.argv.includes('--hints');
const { letters } = readLetters(['own', 'composed']);
let alarms = 0;
for (const { name, text } of letters) {
  for (const finding of checker.check(text).findings) {
    if (finding.severity === 'hint' && !hints) continue;
    if (finding.severity !== 'hint') alarms++;
    console.log(
      `${name}: ${finding.severity} ${finding.rule}: ${finding.message}\n    …${around(text, finding, 60)}…`,
    );
  }
}
console.log(`${letters.length} clean letters, ${alarms} finding${alarms === 1 ? '' : 's'} above hint.`);
if (alarms > 0) process.exitCode = 1;
