/** Citing sentences on ACOEM chapters, acupuncture, and the editions of 2016. */
import type { Passage, PassageGuideline } from '../types.ts';
import { acoem2004, acupuncture2007, chronicPain2016, IN_FORCE_2004, IN_FORCE_2016 } from './guidelines.ts';
import { CHIROPRACTIC, ELECTRODIAGNOSTICS, IMAGING, OPIOIDS, PHYSICAL_THERAPY, TOPICALS } from './names.ts';
import { definePassage } from './slots.ts';

const PRINTED = 'printed in determinations';

const chapter = (
  id: string,
  title: string,
  says: string,
  guideline: PassageGuideline,
  tags: Passage['tags'],
  table = '',
): Passage => {
  const { page, pageTo } = guideline;
  const place = pageTo === undefined ? `page ${page}` : `pages ${page}-${pageTo}`;
  const number = guideline.id.replace('acoem-2004-ch', '');
  return definePassage({
    id,
    kind: 'citation',
    title: `${title}, ACOEM ${place}`,
    description:
      guideline.basis === 'unverified'
        ? 'Page from the unverified topic index: check it against the guideline.'
        : 'Chapter and page as determinations print them.',
    body: `As noted in the MTUS Guideline in ACOEM Chapter ${number}, ${table}${place}, ${says}.`,
    guidelines: [guideline],
    inForce: IN_FORCE_2004,
    tags,
    source: 'own wording',
  });
};

const chapterPassages: readonly Passage[] = [
  chapter(
    'cite-passive',
    'Physical methods need a prescription with goals',
    'the value of physical therapy rests on a prescription that states the treatment goals',
    acoem2004(3, 'Initial Approaches to Treatment', { page: 48, basis: PRINTED }),
    { services: PHYSICAL_THERAPY },
  ),
  chapter(
    'cite-neck-imaging',
    'Neck: MRI and CT',
    'imaging of the cervical spine is recommended to validate a diagnosis of nerve root compromise, on clear history and findings, in preparation for an invasive procedure',
    acoem2004(8, 'Special Studies', { page: 182, basis: PRINTED }),
    { services: IMAGING, regions: ['cervical', 'neck'] },
    'Table 8-8, ',
  ),
  chapter(
    'cite-shoulder-imaging',
    'Shoulder: MRI and arthrography',
    'imaging of the shoulder without surgical indications is not recommended',
    acoem2004(9, 'Special Studies', { page: 214, basis: PRINTED }),
    { services: IMAGING, regions: ['shoulder'] },
    'Table 9-6, ',
  ),
  chapter(
    'cite-hand-nerve',
    'Hand: electrodiagnostic studies',
    'appropriate electrodiagnostic studies may help to tell carpal tunnel syndrome from other conditions, such as cervical radiculopathy',
    acoem2004(11, 'Special Studies', { page: 261, basis: PRINTED }),
    { services: ELECTRODIAGNOSTICS },
  ),
  chapter(
    'cite-back-imaging',
    'Low back: special studies',
    'imaging is warranted where the neurologic examination shows unequivocal objective findings of a specific nerve compromise and surgery would be considered',
    acoem2004(12, 'Special Studies', { page: 303, basis: 'unverified' }),
    { services: IMAGING, regions: ['lumbar', 'low back', 'lumbosacral'] },
  ),
  chapter(
    'cite-back-injections',
    'Low back: facet injections',
    'facet joint injections of corticosteroids are not recommended',
    acoem2004(12, 'Summary', { page: 309, basis: PRINTED }),
    { services: ['facet', 'facets'], regions: ['lumbar', 'low back', 'lumbosacral'] },
    'Table 12-8, ',
  ),
  chapter(
    'cite-knee-imaging',
    'Knee: MRI',
    'magnetic resonance imaging of the knee serves to confirm a suspected tear where surgery is considered',
    acoem2004(13, 'Special Studies', { page: 335, pageTo: 336, basis: PRINTED }),
    { services: IMAGING, regions: ['knee'] },
    'Table 13-2, ',
  ),
  definePassage({
    id: 'cite-acupuncture',
    kind: 'citation',
    title: 'Acupuncture: time to effect and extension',
    description: 'Regulation text (8 CCR 9792.24.1); it has no pages.',
    body: 'The MTUS Acupuncture Medical Treatment Guidelines give 3 to 6 treatments as the time to produce functional improvement, and allow an extension where functional improvement is documented.',
    guidelines: [acupuncture2007],
    inForce: IN_FORCE_2004,
    tags: { services: ['acupuncture', 'electroacupuncture'] },
    source: 'own wording',
  }),
];

const section2016 = (
  id: string,
  title: string,
  says: string,
  guideline: PassageGuideline,
  tags: Passage['tags'],
): Passage =>
  definePassage({
    id,
    kind: 'citation',
    title: `${title} (2016)`,
    description: 'Cited by section: letters on the 2016 editions print no page on the guideline line.',
    body: `The ${guideline.id === 'opioids-2016' ? 'MTUS Opioids Treatment Guidelines (July 28, 2016)' : 'MTUS Chronic Pain Medical Treatment Guidelines (July 28, 2016)'} note that ${says}.`,
    guidelines: [guideline],
    inForce: IN_FORCE_2016,
    tags,
    source: 'own wording',
  });

const passages2016: readonly Passage[] = [
  section2016(
    'cite-therapy-2016',
    'Physical medicine',
    'a general course of 9 to 10 visits over 8 weeks is recommended for myalgia and myositis, and of 8 to 10 visits over 4 weeks for neuralgia, neuritis, and radiculitis',
    chronicPain2016('Physical medicine treatment'),
    { services: PHYSICAL_THERAPY },
  ),
  section2016(
    'cite-manual-2016',
    'Manual therapy and manipulation',
    'a trial of 6 visits over 2 weeks is an option, and up to 18 visits where objective functional improvement is shown',
    chronicPain2016('Manual therapy & manipulation'),
    { services: CHIROPRACTIC },
  ),
  section2016(
    'cite-topical-2016',
    'Compound drugs',
    'a compound that contains at least one drug or drug class which is not recommended is not recommended as a whole',
    chronicPain2016('Topical analgesics'),
    { drugs: TOPICALS, classes: ['topical analgesic', 'topical analgesics', 'compound drug'] },
  ),
  section2016(
    'cite-cyclobenzaprine-2016',
    'Cyclobenzaprine',
    'cyclobenzaprine is meant for a short course of therapy, and adding it to other agents is not recommended',
    chronicPain2016('Cyclobenzaprine (Flexeril)'),
    { drugs: ['cyclobenzaprine', 'flexeril', 'fexmid', 'amrix'] },
  ),
  section2016(
    'cite-opioid-maintain-2016',
    'Maintenance of chronic opioid treatment',
    'maintaining chronic opioid treatment rests on meaningful improvement of pain and function and on continued monitoring',
    {
      id: 'opioids-2016',
      basis: PRINTED,
      line: {
        name: 'Opioid Treatment 2016',
        sections: [
          '3.3.9 Opioids for Chronic Pain and Chronic Opioid Treatment: Maintenance of Chronic Opioid Treatment',
        ],
        olderName: 'Opioids Treatment Guidelines Maintenance of Chronic Opioid Treatment',
      },
    },
    { drugs: OPIOIDS, classes: ['opioid', 'opioids', 'opioid analgesic'] },
  ),
];

/** Citing sentences on body-part chapters, acupuncture and the 2016 editions. */
export const chapterCitationPassages: readonly Passage[] = [...chapterPassages, ...passages2016];
