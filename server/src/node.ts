#!/usr/bin/env node
import './node/engine.ts';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { loadDictionary, rulePagesFolder } from './assets.ts';
import { addGuideline, guidelineStamp, readGuidelines, removeGuideline } from './guidelines.ts';
import { serve } from './lsp/server.ts';
import { watchClient } from './node/client-streams.ts';
import { chosenSettings, diskFiles } from './office-files.ts';
import { readProductFile, readSharedList, writeProductFile } from './product-files.ts';

// The transport (--stdio, --node-ipc, --socket, --pipe) is read from the arguments; editors other than VS Code
// start the server with --stdio.
if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)/.test(argument)))
  process.argv.push('--stdio');

serve(createConnection(ProposedFeatures.all), {
  rulePages: rulePagesFolder(),
  loadDictionary,
  files: { read: readProductFile, write: writeProductFile, readList: readSharedList },
  office: {
    files: diskFiles,
    chosen: chosenSettings,
    guidelines: readGuidelines,
    guidelineStamp,
    addGuideline,
    removeGuideline,
  },
});
watchClient();
