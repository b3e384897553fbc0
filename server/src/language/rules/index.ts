import { ageMismatch } from './age-mismatch.ts';
import { bodyPartMismatch } from './body-part-mismatch.ts';
import { bodyPartRadiation } from './body-part-radiation.ts';
import { bodyPartTest } from './body-part-test.ts';
import { bodyPartUnnamed } from './body-part-unnamed.ts';
import { bracketsUnbalanced } from './brackets-unbalanced.ts';
import { brandGenericMismatch } from './brand-generic-mismatch.ts';
import { chapterMismatch } from './chapter-mismatch.ts';
import { citationNotListed } from './citation-not-listed.ts';
import { citationSilent } from './citation-silent.ts';
import { citationUnused } from './citation-unused.ts';
import { conclusionMalformed } from './conclusion-malformed.ts';
import { conclusionMissing } from './conclusion-missing.ts';
import { conclusionOtherItem } from './conclusion-other-item.ts';
import { countArithmetic } from './count-arithmetic.ts';
import { credentialsMissing } from './credentials-missing.ts';
import { dateApplicationMismatch } from './date-application-mismatch.ts';
import { dateBeforeInjury } from './date-before-injury.ts';
import { dateFuture } from './date-future.ts';
import { dateImpossible } from './date-impossible.ts';
import { dateInjuryMismatch } from './date-injury-mismatch.ts';
import { dateInterval } from './date-interval.ts';
import { dateMissing } from './date-missing.ts';
import { dateNearMiss } from './date-near-miss.ts';
import { dateOrder } from './date-order.ts';
import { dateReference } from './date-reference.ts';
import { dateUnmentioned } from './date-unmentioned.ts';
import { dateUrMismatch } from './date-ur-mismatch.ts';
import { documentContradiction } from './document-contradiction.ts';
import { doubledWord } from './doubled-word.ts';
import { drugClassMismatch } from './drug-class-mismatch.ts';
import { drugMismatch } from './drug-mismatch.ts';
import { durationImpossible } from './duration-impossible.ts';
import { editionMismatch } from './edition-mismatch.ts';
import { editionSuperseded } from './edition-superseded.ts';
import { findingDenied } from './finding-denied.ts';
import { guidelineName } from './guideline-name.ts';
import { headerFieldInvalid } from './header-field-invalid.ts';
import { headerFieldMissing } from './header-field-missing.ts';
import { headingMissing } from './heading-missing.ts';
import { headingMisspelt } from './heading-misspelt.ts';
import { injuryYearMismatch } from './injury-year-mismatch.ts';
import { itemHeadingMissing } from './item-heading-missing.ts';
import { itemPartEmpty } from './item-part-empty.ts';
import { itemVerdictMissing } from './item-verdict-missing.ts';
import { itemVerdictUnknown } from './item-verdict-unknown.ts';
import { labelMisplaced } from './label-misplaced.ts';
import { labelMissing } from './label-missing.ts';
import { labelMisspelt } from './label-misspelt.ts';
import { labelRepeated } from './label-repeated.ts';
import { lateralityMismatch } from './laterality-mismatch.ts';
import { leftoverText } from './leftover-text.ts';
import { letterTooLong } from './letter-too-long.ts';
import { levelImpossible } from './level-impossible.ts';
import { levelMismatch } from './level-mismatch.ts';
import { levelUnnamed } from './level-unnamed.ts';
import { lostSpan } from './lost-span.ts';
import { missingSpace } from './missing-space.ts';
import { misspelling } from './misspelling.ts';
import { motionRepeated } from './motion-repeated.ts';
import { notADetermination } from './not-a-determination.ts';
import { openerVerdictMismatch } from './opener-verdict-mismatch.ts';
import { outcomeMismatch } from './outcome-mismatch.ts';
import { pageOutsideGuideline } from './page-outside-guideline.ts';
import { pageOutsideTopic } from './page-outside-topic.ts';
import { pageWithoutTopic } from './page-without-topic.ts';
import { passageAltered } from './passage-altered.ts';
import { placeholderLeft } from './placeholder-left.ts';
import { punctuationStray } from './punctuation-stray.ts';
import { quantityArithmetic } from './quantity-arithmetic.ts';
import { quantityGuideline } from './quantity-guideline.ts';
import { quantityMismatch } from './quantity-mismatch.ts';
import { quotesUnbalanced } from './quotes-unbalanced.ts';
import { recordContradiction } from './record-contradiction.ts';
import { regulationSpelling } from './regulation-spelling.ts';
import { regulationUnknown } from './regulation-unknown.ts';
import type { Rule } from './rule.ts';
import { scopeMismatch } from './scope-mismatch.ts';
import { sectionEmpty } from './section-empty.ts';
import { sectionMismatch } from './section-mismatch.ts';
import { sectionMisplaced } from './section-misplaced.ts';
import { sectionMissing } from './section-missing.ts';
import { sectionName } from './section-name.ts';
import { sectionRepeated } from './section-repeated.ts';
import { sentenceContradictsVerdict } from './sentence-contradicts-verdict.ts';
import { sentenceCut } from './sentence-cut.ts';
import { serviceMismatch } from './service-mismatch.ts';
import { sexMismatch } from './sex-mismatch.ts';
import { smallGrammar } from './small-grammar.ts';
import { strengthConcentration } from './strength-concentration.ts';
import { strengthMismatch } from './strength-mismatch.ts';
import { strengthUnit } from './strength-unit.ts';
import { subdivisionEf } from './subdivision-ef.ts';
import { subdivisionMismatch } from './subdivision-mismatch.ts';
import { subdivisionMixed } from './subdivision-mixed.ts';
import { tableChapterMismatch } from './table-chapter-mismatch.ts';
import { tenseShift } from './tense-shift.ts';
import { verdictConclusionMismatch } from './verdict-conclusion-mismatch.ts';
import { wrongWord } from './wrong-word.ts';

export {
  type LetterParts,
  type Place,
  type Report,
  type Rule,
  type RuleFamily,
  runRule,
} from './rule.ts';

/** All rules, by family. A new rule adds one line here. */
export const rules: readonly Rule[] = [
  // sections
  letterTooLong,
  notADetermination,
  sectionMissing,
  sectionRepeated,
  sectionMisplaced,
  sectionEmpty,
  headingMissing,
  headingMisspelt,
  labelMissing,
  labelMisspelt,
  labelMisplaced,
  labelRepeated,
  itemHeadingMissing,
  itemPartEmpty,
  credentialsMissing,
  headerFieldMissing,
  headerFieldInvalid,
  // dates
  dateApplicationMismatch,
  dateBeforeInjury,
  dateFuture,
  dateImpossible,
  dateInjuryMismatch,
  injuryYearMismatch,
  dateInterval,
  dateMissing,
  dateNearMiss,
  dateOrder,
  dateReference,
  dateUnmentioned,
  dateUrMismatch,
  durationImpossible,
  // citations
  pageOutsideGuideline,
  tableChapterMismatch,
  pageOutsideTopic,
  pageWithoutTopic,
  citationNotListed,
  citationSilent,
  citationUnused,
  guidelineName,
  sectionMismatch,
  sectionName,
  editionSuperseded,
  editionMismatch,
  // regulations
  subdivisionEf,
  subdivisionMismatch,
  subdivisionMixed,
  regulationUnknown,
  regulationSpelling,
  // verdicts
  itemVerdictMissing,
  itemVerdictUnknown,
  verdictConclusionMismatch,
  outcomeMismatch,
  openerVerdictMismatch,
  sentenceContradictsVerdict,
  conclusionMissing,
  conclusionMalformed,
  conclusionOtherItem,
  scopeMismatch,
  tenseShift,
  // text
  passageAltered,
  quotesUnbalanced,
  bracketsUnbalanced,
  leftoverText,
  placeholderLeft,
  punctuationStray,
  lostSpan,
  sentenceCut,
  // content
  ageMismatch,
  bodyPartMismatch,
  bodyPartUnnamed,
  bodyPartRadiation,
  bodyPartTest,
  findingDenied,
  recordContradiction,
  motionRepeated,
  quantityGuideline,
  chapterMismatch,
  documentContradiction,
  drugClassMismatch,
  drugMismatch,
  brandGenericMismatch,
  lateralityMismatch,
  levelMismatch,
  levelUnnamed,
  levelImpossible,
  quantityArithmetic,
  countArithmetic,
  quantityMismatch,
  serviceMismatch,
  sexMismatch,
  strengthConcentration,
  strengthMismatch,
  strengthUnit,
  // words
  doubledWord,
  misspelling,
  missingSpace,
  smallGrammar,
  wrongWord,
];
