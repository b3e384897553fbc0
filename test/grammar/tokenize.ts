import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import onig from 'vscode-oniguruma';
import textmate from 'vscode-textmate';

const file = new URL('../../syntaxes/imr.tmLanguage.json', import.meta.url);

/** Tokenizes a letter as the editor does, line by line. */
export type Tokenize = (text: string) => { text: string; line: number; scopes: string[] }[];

/** Loads the grammar with the editor's own engine. */
export async function loadGrammar(): Promise<Tokenize> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  const bytes = readFileSync(wasm);
  await onig.loadWASM(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (sources) => new onig.OnigScanner(sources),
      createOnigString: (text) => new onig.OnigString(text),
    }),
    loadGrammar: (scope) =>
      Promise.resolve(
        scope === 'text.imr' ? textmate.parseRawGrammar(readFileSync(file, 'utf8'), file.pathname) : null,
      ),
  });
  const grammar = await registry.loadGrammar('text.imr');
  if (!grammar) throw new Error('The grammar does not load.');
  return (text) => {
    let stack = textmate.INITIAL;
    return text.split('\n').flatMap((line, index) => {
      const result = grammar.tokenizeLine(line, stack);
      stack = result.ruleStack;
      return result.tokens.map((token) => ({
        text: line.slice(token.startIndex, token.endIndex),
        line: index + 1,
        scopes: token.scopes,
      }));
    });
  };
}
