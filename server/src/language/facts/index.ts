export { CaseFacts, factsOf, type ItemFacts, perCase } from './case.ts';
export { type Citation, citationsOf, type ItemCitations, lineShapeOf } from './citations.ts';
export { type Gap, gapsOf } from './citations-coverage.ts';
export { lineEdits, sectionOfPage } from './citations-line-edit.ts';
export { nameIssue, sectionIssues } from './citations-names.ts';
export { isUnnamedOdg, odgChapterIssues } from './citations-odg.ts';
export { numbersOneKeyApart, type PageSlip, pageSlips, pageText, topicsOfPage } from './citations-pages.ts';
export { type SilentPage, silentPages } from './citations-silent.ts';
export { ownDistance, ownRanges } from './citations-topics.ts';
export { type DateSlip, daysBetween, inYear, slipBetween } from './date-compare.ts';
export {
  type Certainty,
  type DateFact,
  type DateReading,
  type DateRole,
  dateFactsOf,
  dateReadingsOf,
  datesOfSentence,
} from './dates.ts';
export { datedBlocksOf, datingOf, knownCaseDates, perDating } from './dating.ts';
export { DaySlips } from './day-slips.ts';
export { type DurationFact, durationsIn } from './durations.ts';
export { type Frame, frameOf, lineBreakOf, sectionHead, sectionTitle, standardHeading } from './frame.ts';
export { type CitationInsertion, insertCitation, type LineEntry } from './insertion.ts';
export { contentsOf, type ItemContent, numberOfCheck, partsOf } from './item-content.ts';
export { type ChangeKind, type RequestChange, requestChangesOf } from './items-content-changes.ts';
export {
  type ForeignChapter,
  foreignChaptersOf,
  namedRegionsOf,
  spokenChaptersOf,
  unnamedChaptersOf,
} from './items-content-chapters.ts';
export { foreignTopicsOf, isOutsideClass } from './items-content-topics.ts';
export { dosingIn, type Span, scheduledVisits, schedulesIn } from './measures.ts';
export { type Operation, type OperationKind, operationNames, operationOf } from './operations.ts';
export { sideOf } from './outcome-requests.ts';
export type {
  FinalDetermination,
  NumberedRequest,
  OutcomePlace,
  OutcomeStatement,
  Overall,
  StatedOutcome,
} from './outcome-statements.ts';
export { outcomesOf } from './outcomes.ts';
export { patientOf, type Sex, type SexMention } from './patient.ts';
export { perBlock } from './per-block.ts';
export { numberWord, numberWords, type Quantity, quantitiesIn } from './quantities.ts';
export { statesOf } from './record-states.ts';
export { isSameStudy, studiesOf, undatedStudiesOf } from './record-studies.ts';
export { isSameTreatment, treatmentsDenied, treatmentsGiven } from './record-treatments.ts';
export { definitionReferences, regulationsOf } from './regulations.ts';
export { roleNames } from './role-names.ts';
export { type Sentence, sentenceAt, sentencesOf } from './sentences.ts';
export { loneSideOf, sideByHeadings, sideOutliersOf } from './terms-outliers.ts';
export {
  foreignPart,
  headingRegions,
  headingSides,
  phrasesOf,
  type RequestPhrase,
  requestPhrasesOf,
} from './terms-phrases.ts';
export { regionsIn, sidedPartsOf, termsOf } from './terms-sides.ts';
export { type CaseEvent, eventsOf, type KeyDate, keyDate } from './timeline.ts';
export { foundInBlocks, foundInItems, toldByItems } from './told.ts';
export {
  type Conclusion,
  decisionOf,
  decisionsOf,
  headingStandsAlone,
  type ItemDecision,
  isReported,
  leaningOf,
  outcomeOf,
  verdictOf,
} from './verdicts.ts';
export { holdsAny, wordSigns } from './word-signs.ts';
export { type WordFact, wordFactsOf } from './words.ts';
