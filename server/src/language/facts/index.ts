export { CaseFacts, factsOf, type ItemFacts } from './case.ts';
export { type Sentence, sentenceAt, sentencesOf } from './sentences.ts';
