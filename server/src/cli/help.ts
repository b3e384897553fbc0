import { version } from '../version.ts';
import { reporterNames } from './reporters/index.ts';

/** What `imr --help` prints. */
export const help = `imr ${version} - checks Independent Medical Review (IMR) determinations

Usage:
  imr check [OPTIONS] [FILES, FOLDERS, GLOBS, -]
  imr import FILE …          make NAME.imr.txt of a PDF or Word letter, beside it
  imr export FILE [-o OUT]   make a Word letter (.docx)
  imr report PATHS -o OUT    make a page (HTML) for people, with figures
  imr guideline add FILE.pdf --as ID [--page-one SHEET]
                             read your own copy of a guideline; it stays on this machine
  imr guideline list [--all] | remove ID
  imr tree FILE              print the determination tree of a letter as JSON
  imr rules                  list the rules
  imr explain RULE           say what a rule finds, why, with an example

A file named on the command line is checked whatever its name: text, PDF or Word (.docx).
A folder gives its *.imr and *.imr.txt files and those *.txt files that are determinations;
a glob ("in/**/*.pdf") gives what it matches; - reads standard input. Without arguments,
imr check takes the current folder.

Options of check:
  -r, --reporter NAME    ${reporterNames.join(', ')}
      --verbose          also print reasons and fixes
      --fix              write the fixes that nobody could disagree with
      --fix-dry-run      show what --fix would do
      --rule ID=LEVEL    off, hint, information, warning, error; may be repeated
      --no-words         leave out spelling, confused words and small grammar
  -c, --config FILE      settings of an office (docs/offices.md)
  -q, --quiet            errors only
      --max-warnings N   exit code 0 with up to N warnings
      --baseline FILE    report only what FILE does not know
      --update-baseline  write what is found now to FILE
      --changed          only files that git sees as changed or new
      --since REF        the same, and those committed since branch, tag or commit REF
  -w, --watch            check again when files change
  -j, --jobs N           number of threads
      --timing           print the time of each rule on standard error (one thread)

Settings of a folder are read from .imr/config.json in it or above it.

Exit codes: 0 nothing at warning or above, 1 findings, 2 could not run.
Nothing leaves this machine.
`;
