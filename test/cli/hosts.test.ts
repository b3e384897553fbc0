import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { clean, program, slip, Workplace } from './program.ts';

const root = join(import.meta.dirname, '../..');
const place = new Workplace();

describe('pre-commit', () => {
  const hooks = parse(readFileSync(join(root, '.pre-commit-hooks.yaml'), 'utf8')) as {
    id: string;
    entry: string;
    files: string;
  }[];

  /** Runs a hook as pre-commit does: its entry, cut at spaces, with the staged files that its pattern takes. */
  function runHook(id: string, staged: string[]) {
    const hook = hooks.find((candidate) => candidate.id === id);
    if (!hook) throw new Error(`There is no hook ${id}.`);
    const [command = '', ...args] = hook.entry.split(' ');
    // pre-commit installs the package; its command is then on the path.
    place.write('bin/.keep', '');
    symlinkSync(program, join(place.folder, 'bin', command));
    const files = staged.filter((name) => new RegExp(hook.files).test(name));
    const path = [join(place.folder, 'bin'), join(process.execPath, '..'), process.env.PATH].join(delimiter);
    return place.run(command, [...args, ...files], undefined, { PATH: path });
  }

  it('imr-check stops a commit with findings and lets a clean one pass', () => {
    place.write('a.imr.txt', slip);
    place.write('b.imr', clean);
    place.write('notes.txt', slip);
    const { status, stdout } = runHook('imr-check', ['a.imr.txt', 'b.imr', 'notes.txt']);
    expect(status).toBe(1);
    expect(stdout).toContain('2 letters checked');
    place.run('rm', ['bin/imr']);
    expect(runHook('imr-check', ['b.imr']).status).toBe(0);
  });

  it('imr-fix changes the file, which makes pre-commit stop', () => {
    place.write('a.imr', slip);
    runHook('imr-fix', ['a.imr']);
    expect(place.read('a.imr')).not.toBe(slip);
  });
});

describe('the GitHub Action', () => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default: string }>;
    outputs: Record<string, { value: string }>;
    runs: {
      using: string;
      steps: { id: string; shell: string; run: string; env: Record<string, string> }[];
    };
  };

  /** Runs the steps as the runner does: bash with -e and pipefail, inputs filled in, files for output and summary. */
  function runAction(inputs: Record<string, string>) {
    place.write('output', '');
    place.write('summary', '');
    const value = (expression: string): string =>
      expression.replace(/\$\{\{ (?:inputs\.([\w-]+)|github\.action_path) \}\}/g, (_, name?: string) =>
        name === undefined ? root : (inputs[name] ?? action.inputs[name]?.default ?? ''),
      );
    expect(action.runs.using).toBe('composite');
    const results = action.runs.steps.map(({ shell, run, env }) => {
      expect(shell).toBe('bash');
      const script = place.write('step.sh', run);
      chmodSync(script, 0o755);
      return place.run('bash', ['--noprofile', '--norc', '-eo', 'pipefail', script], undefined, {
        ...Object.fromEntries(Object.entries(env).map(([name, text]) => [name, value(text)])),
        GITHUB_OUTPUT: join(place.folder, 'output'),
        GITHUB_STEP_SUMMARY: join(place.folder, 'summary'),
        PATH: [join(process.execPath, '..'), process.env.PATH].join(delimiter),
      });
    });
    return { ...results.at(-1), output: place.read('output'), summary: place.read('summary') };
  }

  it('annotates findings, fails, and fills the summary, the outputs and the SARIF file', () => {
    place.write('letters/a.imr', slip);
    place.write('letters/b.imr', clean);
    const { status, stdout, output, summary } = runAction({ paths: 'letters', sarif: 'out.sarif' });
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=letters\/a\.imr,line=\d+,.*title=subdivision-ef::/m);
    expect(output).toBe('exit-code=1\n');
    expect(summary).toContain('`subdivision-ef`');
    expect(JSON.parse(place.read('out.sarif')).runs[0].results[0].ruleId).toBe('subdivision-ef');
  });

  it('passes clean letters and hands arguments on', () => {
    place.write('letters/a.imr', slip);
    const { status, output } = runAction({
      paths: 'letters',
      arguments: '--no-words --rule subdivision-ef=off',
    });
    expect([status, output]).toEqual([0, 'exit-code=0\n']);
  });
});

describe('the problem matcher', () => {
  const page = readFileSync(join(root, 'docs/machines.md'), 'utf8');
  const block = page.match(/```json\n(\{\n {2}"version"[\s\S]*?)```/)?.[1] ?? '';
  const { pattern } = JSON.parse(block).tasks[0].problemMatcher as {
    pattern: {
      regexp: string;
      file?: number;
      line?: number;
      column?: number;
      severity?: number;
      message?: number;
      code?: number;
    }[];
  };

  /** Reads output as VS Code does: one pattern a line, the last again as long as it matches. */
  function match(output: string) {
    const [first, last] = pattern.map(({ regexp }) => new RegExp(regexp));
    const found: {
      file: string;
      line: number;
      column: number;
      severity: string;
      message: string;
      code: string;
    }[] = [];
    const lines = output.split('\n');
    for (let i = 0; i < lines.length; i++) {
      const head = first?.exec(lines[i] ?? '');
      if (!head) continue;
      for (let hit = last?.exec(lines[i + 1] ?? ''); hit; hit = last?.exec(lines[++i + 1] ?? '')) {
        const [, line, column, severity = '', message = '', code = ''] = hit;
        found.push({
          file: head[1] ?? '',
          line: Number(line),
          column: Number(column),
          severity,
          message,
          code,
        });
      }
    }
    return found;
  }

  it('reads every finding of the text report', () => {
    place.write('in/a b.imr', slip);
    place.write('in/c.imr', slip.replace('functional', 'functionel'));
    const [first, second] = match(place.imr(['check', '--no-words', 'in']).stdout);
    const line = slip.slice(0, slip.indexOf('9792')).split('\n').length;
    expect(first).toMatchObject({ file: 'in/a b.imr', line, severity: 'error', code: 'subdivision-ef' });
    expect(first?.message).toMatch(/^9792\.20 has no .*\.$/);
    expect(second).toMatchObject({ file: 'in/c.imr' });
  });
});
