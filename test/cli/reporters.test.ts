import schema from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with { type: 'json' };
import AjvDraft4 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import { letter } from '../support/letter.ts';
import { clean, slip, Workplace } from './program.ts';

const place = new Workplace();

/** Findings of every severity, one with related places, in names that need escaping, and a file that cannot be read. */
function fill(): void {
  place.write('in/a, 100% & <b>.imr', slip);
  place.write('in/b.imr', letter({ header: { 'UR Denial Date': '11/23/2016' } }));
  place.write('in/c.imr', clean);
  place.write('in/d.imr', 'binary\u0000');
}

describe('SARIF', () => {
  it('is valid against the schema of SARIF 2.1.0, whatever was found', () => {
    const ajv = new AjvDraft4({ strict: false, unicodeRegExp: false });
    addFormats.default(ajv);
    const validate = ajv.compile(schema);
    fill();
    for (const target of ['in', 'in/c.imr']) {
      const { stdout } = place.imr(['check', '--reporter', 'sarif', target]);
      validate(JSON.parse(stdout));
      expect(validate.errors).toBeNull();
    }
    expect(validate({ version: '2.1.0' })).toBe(false);
  });

  it('holds rules, places, fixes and keys', () => {
    fill();
    const [run] = JSON.parse(place.imr(['check', '--no-words', '--reporter', 'sarif', 'in']).stdout).runs;
    const result = run.results.find(({ ruleId }: { ruleId: string }) => ruleId === 'subdivision-ef');
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe('subdivision-ef');
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    expect(artifactLocation).toEqual({ uri: 'in/a%2C%20100%25%20%26%20%3Cb%3E.imr', uriBaseId: 'LETTERS' });
    expect(slip.split('\n')[region.startLine - 1]?.slice(region.startColumn - 1, region.endColumn - 1)).toBe(
      '9792.20(ef)',
    );
    expect(result.level).toBe('error');
    expect(result.fixes[0].artifactChanges[0].replacements).toHaveLength(1);
    expect(result.partialFingerprints['finding/v1']).toMatch(/^subdivision-ef:/);
    expect(run.invocations[0]).toMatchObject({ executionSuccessful: false });
    expect(run.invocations[0].toolExecutionNotifications[0].message.text).toContain('binary file');
  });
});

describe('GitHub annotations', () => {
  /** Reads workflow commands as the runner does (actions/runner, ActionCommand.cs). */
  function commands(output: string) {
    return output
      .trimEnd()
      .split('\n')
      .map((line) => {
        const [, name = '', properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
        const plain = (text: string) =>
          text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%0A', '\n').replaceAll('%25', '%');
        const pairs = properties.split(',').map((pair) => pair.split('=') as [string, string]);
        return {
          name,
          message: plain(message),
          ...Object.fromEntries(pairs.map(([k, v]) => [k, plain(v)])),
        };
      });
  }

  it('name file, line and rule, as the runner reads them', () => {
    fill();
    const all = commands(place.imr(['check', '--no-words', '--reporter', 'github', 'in']).stdout);
    const line = slip.slice(0, slip.indexOf('9792')).split('\n').length;
    expect(all).toContainEqual(
      expect.objectContaining({
        name: 'error',
        file: 'in/a, 100% & <b>.imr',
        title: 'subdivision-ef',
        line: String(line),
      }),
    );
    expect(all).toContainEqual(
      expect.objectContaining({ name: 'error', file: 'in/d.imr', title: 'not checked' }),
    );
    expect(all).toContainEqual(expect.objectContaining({ name: 'warning', file: 'in/b.imr' }));
  });

  it('are nothing for clean letters', () => {
    place.write('c.imr', clean);
    expect(place.imr(['check', '--reporter', 'github', '.'])).toMatchObject({ status: 0, stdout: '' });
  });
});

describe('JUnit', () => {
  /** Names of elements in order, with their attributes; throws where tags do not nest. */
  function elements(xml: string) {
    const open: string[] = [];
    const all: { name: string; attributes: Record<string, string> }[] = [];
    for (const [, close, name = '', rest = '', self] of xml.matchAll(
      /<(\/?)([a-z-]+)((?:\s[a-z]+="[^"<]*")*)(\/?)>/g,
    )) {
      if (close) expect(open.pop()).toBe(name);
      else {
        all.push({
          name,
          attributes: Object.fromEntries([...rest.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, k, v]) => [k, v])),
        });
        if (!self) open.push(name);
      }
    }
    expect(open).toEqual([]);
    return all;
  }

  it('has a suite a letter, a failure a finding, and counts that agree', () => {
    fill();
    const xml = place.imr(['check', '--no-words', '--reporter', 'junit', 'in']).stdout;
    expect(xml).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites /);
    const all = elements(xml);
    const named = (name: string) => all.filter((element) => element.name === name);
    expect(named('testsuite').map(({ attributes }) => attributes.name)).toEqual([
      'in/a, 100% &amp; &lt;b&gt;.imr',
      'in/b.imr',
      'in/c.imr',
      'in/d.imr',
    ]);
    const [total] = named('testsuites');
    expect(total?.attributes).toMatchObject({
      failures: String(named('failure').length),
      errors: '1',
      tests: String(named('testcase').length),
    });
    expect(named('testsuite')[2]?.attributes).toMatchObject({ tests: '1', failures: '0' });
    expect(xml.replace(/<[^<>]+>/g, '')).not.toMatch(/[<>]|&(?!amp;|lt;|gt;|quot;)/);
  });
});

describe('Markdown', () => {
  it('has a table a letter, in which text stays text', () => {
    fill();
    const { stdout } = place.imr(['check', '--no-words', '--reporter', 'markdown', 'in']);
    expect(stdout).toContain('## in/a, 100% &amp; &lt;b>.imr');
    expect(stdout).toMatch(/^\| \d+:\d+ \| error \| .* \| `subdivision-ef` \|$/m);
    expect(stdout).toContain('Not checked: This is a binary file, not text.');
    for (const row of stdout.split('\n').filter((line) => line.startsWith('|')))
      expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
  });
});
