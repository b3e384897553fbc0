/** Citing sentences that rest on the chronic pain guideline of 2009: the sample letters' own, and others. */
import type { Passage } from '../types.ts';
import { acoem2004, chronicPain2009, IN_FORCE_2004, IN_FORCE_2009 } from './guidelines.ts';
import {
  ANTIDEPRESSANTS,
  ANTIEPILEPTICS,
  ANTISPASMODICS,
  BENZODIAZEPINES,
  CHIROPRACTIC,
  MEDICATIONS,
  MUSCLE_RELAXANTS,
  NSAIDS,
  OPIOIDS,
  PHYSICAL_THERAPY,
  PPIS,
  TOPICALS,
} from './names.ts';
import { definePassage } from './slots.ts';

const GUIDELINES = 'the MTUS Chronic Pain Medical Treatment Guidelines';
const PRINTED = 'printed in determinations';

const efficacy = chronicPain2009('Introduction', 'INTRODUCTION', { page: 7, basis: PRINTED });
const choiceOfMedication = acoem2004(3, 'Initial Approaches to Treatment', { page: 47, basis: PRINTED });
const baclofen = chronicPain2009('Muscle relaxants (for pain)', 'BACLOFEN', { page: 64, basis: PRINTED });

/** The indication of page 64; the drug stands in the sentence, so that the passage fits its one item. */
const BACLOFEN_64 = `page 64 of ${GUIDELINES} does acknowledge that baclofen is recommended orally for the treatment of spasticity associated with multiple sclerosis and/or spinal cord injuries, but can be employed off-label for neuropathic pain`;
const EFFICACY_7 =
  'to the effect that an attending provider should incorporate some discussion of "efficacy of medication" into his choice of recommendations';

const samplePassages: readonly Passage[] = [
  definePassage({
    id: 'cite-efficacy',
    kind: 'citation',
    title: 'Efficacy of medication, page 7',
    description: 'The provider should discuss efficacy when choosing a medication.',
    body: `Page 7 of ${GUIDELINES} notes that an attending provider should incorporate some discussion of "efficacy of medication" into his choice of recommendations.`,
    guidelines: [efficacy],
    inForce: IN_FORCE_2009,
    tags: { drugs: MEDICATIONS, services: ['medication', 'medications'] },
    source: 'sample letters',
  }),
  definePassage({
    id: 'cite-efficacy-acoem',
    kind: 'citation',
    title: 'Efficacy of medication, page 7 and ACOEM page 47',
    description: 'The same with the chapter on initial approaches to treatment.',
    body: `As noted on page 7 of ${GUIDELINES} and on page 47 of the ACOEM Practice Guidelines, an attending provider should incorporate some discussion of "efficacy of medication" into his choice of recommendations.`,
    guidelines: [choiceOfMedication, efficacy],
    inForce: IN_FORCE_2009,
    tags: { drugs: MEDICATIONS, services: ['medication', 'medications'] },
    source: 'sample letters',
  }),
  definePassage({
    id: 'cite-baclofen',
    kind: 'citation',
    title: 'Baclofen, an antispasmodic, page 64',
    description: 'Indication: spasticity; off-label for neuropathic pain.',
    body: `As noted on ${BACLOFEN_64.replace('does acknowledge that ', '').replace('Guidelines baclofen', 'Guidelines, baclofen')}.`,
    guidelines: [baclofen],
    inForce: IN_FORCE_2009,
    tags: { drugs: ANTISPASMODICS },
    source: 'sample letters',
  }),
  definePassage({
    id: 'cite-baclofen-qualified',
    kind: 'citation',
    title: 'Baclofen, page 64, qualified by page 7',
    description: 'The indication is acknowledged and then qualified.',
    body: `While ${BACLOFEN_64}, this recommendation is, however, qualified by commentary made on page 7 of ${GUIDELINES} ${EFFICACY_7}.`,
    verdict: 'Upheld',
    guidelines: [efficacy, baclofen],
    inForce: IN_FORCE_2009,
    tags: { drugs: ANTISPASMODICS },
    source: 'sample letters',
  }),
  definePassage({
    id: 'cite-baclofen-qualified-acoem',
    kind: 'citation',
    title: 'Baclofen, page 64, qualified by page 7, ACOEM 47',
    description: 'The indication is acknowledged and then qualified by both guidelines.',
    body: `While ${BACLOFEN_64}, this recommendation is, however, qualified by commentary made on page 7 of ${GUIDELINES} and on page 47 of the ACOEM Practice Guidelines ${EFFICACY_7}.`,
    verdict: 'Upheld',
    guidelines: [choiceOfMedication, efficacy, baclofen],
    inForce: IN_FORCE_2009,
    tags: { drugs: ANTISPASMODICS },
    source: 'sample letters',
  }),
  definePassage({
    id: 'cite-medication-qualified',
    kind: 'citation',
    title: 'A page on a drug, qualified by page 7, ACOEM 47',
    description: 'What the guideline says of the medication, qualified by both guidelines.',
    body: `While page {page} of ${GUIDELINES} does acknowledge that {rule}, this recommendation is, however, qualified by commentary made on page 7 of ${GUIDELINES} and on page 47 of the ACOEM Practice Guidelines ${EFFICACY_7}.`,
    guidelines: [choiceOfMedication, efficacy],
    inForce: IN_FORCE_2009,
    tags: { drugs: MEDICATIONS, services: ['medication', 'medications'] },
    source: 'sample letters',
  }),
  definePassage({
    id: 'cite-opioid-continue',
    kind: 'citation',
    title: 'Criteria to continue opioids, page 80',
    description: 'Return to work, improved functioning, reduced pain.',
    body: `As noted on page 80 of ${GUIDELINES}, the cardinal criteria for continuation of opioid therapy include evidence of successful return to work, improved functioning, and/or reduced pain achieved as a result of the same.`,
    guidelines: [
      chronicPain2009('Opioids, criteria for use', 'WHEN TO CONTINUE OPIOIDS', { page: 80, basis: PRINTED }),
    ],
    inForce: IN_FORCE_2009,
    tags: { drugs: OPIOIDS, classes: ['opioid', 'opioids', 'opioid analgesic'] },
    source: 'sample letters',
  }),
  definePassage({
    id: 'cite-antidepressant',
    kind: 'citation',
    title: 'Antidepressants take weeks, ACOEM page 402',
    description: 'The effect of an antidepressant cannot be judged early.',
    body: 'As noted in the MTUS Guideline in ACOEM Chapter 15, page 402, antidepressants such as {drug} often take "weeks" to exert their maximal effect.',
    guidelines: [acoem2004(15, undefined, { page: 402, basis: PRINTED })],
    inForce: IN_FORCE_2004,
    tags: { drugs: ANTIDEPRESSANTS, classes: ['antidepressant', 'ssri', 'snri'] },
    source: 'sample letters',
  }),
  definePassage({
    id: 'cite-qualified',
    kind: 'citation',
    title: 'A recommendation qualified by another page',
    description: 'Two pages of the chronic pain guideline set against each other.',
    body: `While page {page} of ${GUIDELINES} does acknowledge that {rule}, this recommendation is, however, qualified by commentary made on page {otherPage} of ${GUIDELINES} to the effect that {otherRule}.`,
    inForce: IN_FORCE_2009,
    source: 'sample letters',
  }),
  definePassage({
    id: 'cite-acoem',
    kind: 'citation',
    title: 'A page of an ACOEM chapter',
    description: 'Chapter, page and what it says.',
    body: 'As noted in the MTUS Guideline in ACOEM Chapter {chapter}, page {page}, {rule}.',
    inForce: IN_FORCE_2004,
    source: 'sample letters',
  }),
];

/**
 * A citing sentence on the 2009 chronic pain guideline with our own wording of its content. The pages are
 * those of the catalog's topic index, where they stand as unverified.
 */
const remembered = (
  id: string,
  title: string,
  section: string,
  pages: readonly [number, number?],
  says: string,
  tags: Passage['tags'],
  description = 'Page from the unverified topic index: check it against the guideline.',
): Passage => {
  const [page, pageTo] = pages;
  const place = pageTo === undefined ? `page ${page}` : `pages ${page}-${pageTo}`;
  return definePassage({
    id,
    kind: 'citation',
    title: `${title}, ${place}`,
    description,
    body: `As noted on ${place} of ${GUIDELINES}, ${says}.`,
    guidelines: [
      chronicPain2009(section, section.toUpperCase(), {
        page,
        ...(pageTo === undefined ? {} : { pageTo }),
        basis: 'unverified',
      }),
    ],
    inForce: IN_FORCE_2009,
    tags,
    source: 'own wording',
  });
};

const rememberedPassages: readonly Passage[] = [
  remembered(
    'cite-opioid-stop',
    'When to discontinue opioids',
    'Opioids, criteria for use',
    [79],
    'opioids should be discontinued where there is no overall improvement in function, absent extenuating circumstances',
    { drugs: OPIOIDS, classes: ['opioid', 'opioids', 'opioid analgesic'] },
  ),
  remembered(
    'cite-opioid-monitor',
    'On-going management of opioids',
    'Opioids, criteria for use',
    [78],
    'on-going opioid therapy calls for documentation of pain relief, functional status, appropriate use, and side effects',
    { drugs: OPIOIDS, classes: ['opioid', 'opioids', 'opioid analgesic'] },
  ),
  remembered(
    'cite-relaxants',
    'Muscle relaxants',
    'Muscle relaxants (for pain)',
    [63],
    'non-sedating muscle relaxants are a second-line option, to be used with caution, for the short-term treatment of acute exacerbations of chronic low back pain',
    { drugs: MUSCLE_RELAXANTS, classes: ['muscle relaxant', 'muscle relaxants'] },
  ),
  remembered(
    'cite-cyclobenzaprine',
    'Cyclobenzaprine',
    'Cyclobenzaprine (Flexeril)',
    [41],
    'cyclobenzaprine is meant for a short course of therapy, and adding it to other agents is not recommended',
    { drugs: ['cyclobenzaprine', 'flexeril', 'fexmid', 'amrix'] },
  ),
  remembered(
    'cite-carisoprodol',
    'Carisoprodol',
    'Carisoprodol (Soma)',
    [29],
    'carisoprodol is not recommended for long-term use',
    { drugs: ['carisoprodol', 'soma'] },
  ),
  remembered(
    'cite-benzodiazepine',
    'Benzodiazepines',
    'Benzodiazepines',
    [24],
    'benzodiazepines are not recommended for long-term use, and most guidelines limit their use to four weeks',
    { drugs: BENZODIAZEPINES, classes: ['benzodiazepine', 'benzodiazepines'] },
  ),
  remembered(
    'cite-nsaid',
    'NSAIDs',
    'NSAIDs (non-steroidal anti-inflammatory drugs)',
    [67, 68],
    'anti-inflammatory medications are recommended at the lowest dose for the shortest period in which they help',
    { drugs: NSAIDS, classes: ['nsaid', 'nsaids', 'anti-inflammatory'] },
  ),
  remembered(
    'cite-ppi',
    'Proton pump inhibitors with NSAIDs',
    'NSAIDs, GI symptoms & cardiovascular risk',
    [68, 69],
    'a proton pump inhibitor is indicated for NSAID users with risk factors for, or symptoms of, gastrointestinal events',
    { drugs: PPIS, classes: ['proton pump inhibitor', 'proton pump inhibitors', 'ppi'] },
  ),
  remembered(
    'cite-gabapentin',
    'Gabapentin',
    'Gabapentin (Neurontin)',
    [18, 19],
    'gabapentin is a first-line treatment of neuropathic pain, and the provider should ask at each visit whether pain or function has changed',
    { drugs: ['gabapentin', 'neurontin', 'gralise'] },
  ),
  remembered(
    'cite-antiepileptic',
    'Antiepilepsy drugs',
    'Antiepilepsy drugs (AEDs)',
    [16, 22],
    'antiepilepsy drugs are recommended for neuropathic pain, and their continued use depends on improved outcomes',
    { drugs: ANTIEPILEPTICS, classes: ['antiepilepsy drug', 'antiepileptic', 'anticonvulsant'] },
  ),
  remembered(
    'cite-lidocaine',
    'Lidocaine patches',
    'Lidoderm (lidocaine patch)',
    [56, 57],
    'lidocaine patches may be recommended for localized peripheral pain after a trial of first-line therapy with an antidepressant or an antiepilepsy drug',
    { drugs: ['lidoderm', 'lidocaine'] },
  ),
  remembered(
    'cite-topical',
    'Topical analgesics and compounds',
    'Topical analgesics',
    [111, 113],
    'topical analgesics are largely experimental, and a compound that contains at least one drug which is not recommended is not recommended as a whole',
    { drugs: TOPICALS, classes: ['topical analgesic', 'topical analgesics', 'compound drug'] },
  ),
  remembered(
    'cite-esi',
    'Epidural steroid injections',
    'Epidural steroid injections (ESIs)',
    [46],
    'epidural steroid injections call for radiculopathy that is documented on examination and corroborated by imaging or electrodiagnostic testing, and repeat blocks for documented pain relief and functional improvement',
    { services: ['epidural', 'esi', 'esis', 'lesi', 'transforaminal'] },
  ),
  remembered(
    'cite-therapy',
    'Physical medicine',
    'Physical Medicine',
    [98, 99],
    'a general course of 9 to 10 visits over 8 weeks is recommended for myalgia and myositis, and of 8 to 10 visits over 4 weeks for neuralgia, neuritis, and radiculitis, fading into self-directed home therapy',
    { services: PHYSICAL_THERAPY },
  ),
  remembered(
    'cite-manual',
    'Manual therapy and manipulation',
    'Manual therapy & manipulation',
    [58, 60],
    'a trial of 6 visits over 2 weeks is an option, and up to 18 visits over 6 to 8 weeks where objective functional improvement is shown',
    { services: CHIROPRACTIC },
  ),
  remembered(
    'cite-tens',
    'TENS',
    'TENS, chronic pain (transcutaneous electrical nerve stimulation)',
    [114, 117],
    'a TENS unit is no primary treatment, and a documented one-month home-based trial should precede its purchase',
    { services: ['tens', 'transcutaneous electrical nerve stimulation'] },
  ),
  remembered(
    'cite-drug-test',
    'Drug testing',
    'Drug testing',
    [43],
    'drug testing is an option to assess for the use or the presence of illegal drugs',
    { services: ['urine drug', 'drug screen', 'drug test', 'drug testing', 'toxicology', 'uds', 'udt'] },
  ),
  remembered(
    'cite-trigger-point',
    'Trigger point injections',
    'Trigger point injections',
    [122],
    'trigger point injections call for circumscribed trigger points with a twitch response and are not recommended for radicular pain',
    { services: ['trigger point'] },
  ),
  remembered(
    'cite-program',
    'Functional restoration programs',
    'Chronic pain programs (functional restoration programs)',
    [30, 32],
    'entry to a chronic pain program calls for a thorough evaluation, failure of other treatment, motivation to change, and attention to the predictors of failure',
    { services: ['functional restoration', 'chronic pain program', 'restoration program', 'frp'] },
  ),
];

/** Citing sentences on the 2009 edition and the sample letters' ACOEM pages. */
export const citationPassages: readonly Passage[] = [...samplePassages, ...rememberedPassages];
