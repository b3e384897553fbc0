import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkAgreement } from '../../server/src/language/words/agreement.ts';
import { createWordsChecker } from '../../server/src/language/words/checker.ts';
import { tokenize } from '../../server/src/language/words/tokens.ts';
import { buildLetterVocabulary } from '../../server/src/language/words/vocabulary.ts';

const find = (text: string) => checkAgreement(tokenize(text));

/** Sentences on which tables of patterns were tried before subjects were read. */
const tried: { found: string[]; silent: string[] } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'agreement.sentences.json'), 'utf8'),
);

describe('sentences of old', () => {
  const words = createWordsChecker();
  const check = (text: string) =>
    words.checkBlock({ kind: 'rationale', text, letter: buildLetterVocabulary([text]) });

  it.each(tried.found)('%s', (text) => {
    expect(find(text)).not.toEqual([]);
  });

  it.each(tried.silent)('is silent: %s', (text) => {
    expect(check(text)).toEqual([]);
  });
});

describe('a verb that does not go with its subject', () => {
  it.each([
    ['The patient meet the criteria.', 'The patient meets the criteria.'],
    ['Four of the medication requests was denied.', 'Four of the medication requests were denied.'],
    [
      'The documentation of work status, of pain, and of medication use are brief.',
      'The documentation of work status, of pain, and of medication use is brief.',
    ],
    [
      'Neither the letter nor the report provide a dose.',
      'Neither the letter nor the report provides a dose.',
    ],
    ['There are no clear contraindication to it.', 'There is no clear contraindication to it.'],
    ['It are not known why.', 'It is not known why.'],
    ['The note indicated he have been seen.', 'The note indicated he has been seen.'],
    ['There were exquisite tenderness of the joint.', 'There was exquisite tenderness of the joint.'],
    ['There is high quality studies.', 'There are high quality studies.'],
    ['Grip strength were 20 pounds.', 'Grip strength was 20 pounds.'],
    ['NCV testing were normal.', 'NCV testing was normal.'],
    ['Omeprazole were stopped.', 'Omeprazole was stopped.'],
    ['The requested FCE were denied.', 'The requested FCE was denied.'],
    ['Mechanism of injury are unclear.', 'Mechanism of injury is unclear.'],
    ['Most patients was better.', 'Most patients were better.'],
    ['The request for "CT of the neck" are denied.', 'The request for "CT of the neck" is denied.'],
    ['The exam, dated 11/21/2016, were brief.', 'The exam, dated 11/21/2016, was brief.'],
    ['On December 15, 2016 a request were received.', 'On December 15, 2016 a request was received.'],
    ['There is no indication the patient have improved.', 'There is no indication the patient has improved.'],
    ['About a year ago the patient were hurt.', 'About a year ago the patient was hurt.'],
    ['It was denied as the patient are stable.', 'It was denied as the patient is stable.'],
    ['The surgeon reported the pain level were high.', 'The surgeon reported the pain level was high.'],
    ['The guideline states: "special studies is rare."', 'The guideline states: "special studies are rare."'],
    ['It is a drug that are being tried.', 'It is a drug that is being tried.'],
    ['He is a clerk who have pain.', 'He is a clerk who has pain.'],
    ['There has been two earlier requests.', 'There have been two earlier requests.'],
    ['There was no motor deficits recorded in it.', 'There were no motor deficits recorded in it.'],
    ['The surgeon note that he rests.', 'The surgeon notes that he rests.'],
    ['The combination of ice and heat have helped.', 'The combination of ice and heat has helped.'],
    [
      'The examination of the hips and knees were unremarkable.',
      'The examination of the hips and knees was unremarkable.',
    ],
    ['The claimant and her case manager was told.', 'The claimant and her case manager were told.'],
    ['The wrist and the elbow was splinted.', 'The wrist and the elbow were splinted.'],
    [
      'The frequency and duration of the therapy exceeds it.',
      'The frequency and duration of the therapy exceed it.',
    ],
    ['The findings on that date includes crepitus.', 'The findings on that date include crepitus.'],
    [
      'The number of visits completed to date are unclear.',
      'The number of visits completed to date is unclear.',
    ],
    ['Treatment so far have consisted of rest.', 'Treatment so far has consisted of rest.'],
    [
      'The visits, as outlined in the plan, does not exceed it.',
      'The visits, as outlined in the plan, do not exceed it.',
    ],
    ["The claimant's moods was low.", "The claimant's moods were low."],
    ['As the pain level are unchanged, he waits.', 'As the pain level is unchanged, he waits.'],
    ['A review of the progress notes show no gain.', 'A review of the progress notes shows no gain.'],
    ['The treating provider feel that he may wait.', 'The treating provider feels that he may wait.'],
    ['Thus, the request exceed the guideline.', 'Thus, the request exceeds the guideline.'],
    ['Therefore the request exceed the guideline.', 'Therefore the request exceeds the guideline.'],
    ['Examination of the left knee reveal crepitus.', 'Examination of the left knee reveals crepitus.'],
    ['On exam, the left knee are tender.', 'On exam, the left knee is tender.'],
    ['On 06/10/2016 the knee were stable.', 'On 06/10/2016 the knee was stable.'],
    ['The records from Dr. Okafor contains no test.', 'The records from Dr. Okafor contain no test.'],
    ['The notes submitted for review fails to say so.', 'The notes submitted for review fail to say so.'],
    [
      'A request for therapy twice a week for four weeks were made.',
      'A request for therapy twice a week for four weeks was made.',
    ],
    [
      'In this case review of the notes of 2016 show no gain.',
      'In this case review of the notes of 2016 shows no gain.',
    ],
    ['The MRI of 06/10/2016 show a tear.', 'The MRI of 06/10/2016 shows a tear.'],
    [
      'The progress notes dated June 10, 2016 shows pain.',
      'The progress notes dated June 10, 2016 show pain.',
    ],
    ['Repeat facet joint injections is not supported.', 'Repeat facet joint injections are not supported.'],
    ['Botox injections for migraine was approved.', 'Botox injections for migraine were approved.'],
    ['Codeine-containing agents is not supported.', 'Codeine-containing agents are not supported.'],
    [
      'The requested heating pad, although cheap, lack a stated indication.',
      'The requested heating pad, although cheap, lacks a stated indication.',
    ],
    ["Many of the treating physician's notes is brief.", "Many of the treating physician's notes are brief."],
    ['The requested laboratory tests is reasonable.', 'The requested laboratory tests are reasonable.'],
    ['There are no guidelines that supports it.', 'There are no guidelines that support it.'],
    ['He has symptoms that limits him.', 'He has symptoms that limit him.'],
    [
      'The patient takes two pills and have asked for more.',
      'The patient takes two pills and has asked for more.',
    ],
    ['The size of the tears were noted.', 'The size of the tears was noted.'],
    ['It states that active therapies is preferred.', 'It states that active therapies are preferred.'],
    ['Epidural injections (ESIs) is an option.', 'Epidural injections (ESIs) are an option.'],
    ['The note says that no side effects was seen.', 'The note says that no side effects were seen.'],
    ['The physician notes the patient were unwell.', 'The physician notes the patient was unwell.'],
    [
      'There is a 4 mm protrusion at L4-5 that abut the root.',
      'There is a 4 mm protrusion at L4-5 that abuts the root.',
    ],
    ['Each of the requested creams contain menthol.', 'Each of the requested creams contains menthol.'],
    ['Both the surgeon and the therapist recommends it.', 'Both the surgeon and the therapist recommend it.'],
    [
      'The patient, who has had two operations, remain weak.',
      'The patient, who has had two operations, remains weak.',
    ],
    ['There is no records of it.', 'There are no records of it.'],
    ['There were insufficient documentation of it.', 'There was insufficient documentation of it.'],
    ['The number of visits are unclear.', 'The number of visits is unclear.'],
    ['Multiple trigger points was found.', 'Multiple trigger points were found.'],
    [
      'Twelve visits were given, but no therapy notes was sent.',
      'Twelve visits were given, but no therapy notes were sent.',
    ],
    ['Palpation of the lumbar muscles reveal spasm.', 'Palpation of the lumbar muscles reveals spasm.'],
    ['His gait is wide-based and he have pain.', 'His gait is wide-based and he has pain.'],
    ['They was seen twice.', 'They were seen twice.'],
    [
      'The patient was given gabapentin in 2014 and continue to take it.',
      'The patient was given gabapentin in 2014 and continues to take it.',
    ],
    ['Four of the nine items has come.', 'Four of the nine items have come.'],
    [
      'The opinions of the surgeon and the therapist differs.',
      'The opinions of the surgeon and the therapist differ.',
    ],
    ['Psychotropic medication were reviewed.', 'Psychotropic medication was reviewed.'],
    ['OPIOIDS is harmful.', 'OPIOIDS are harmful.'],
    ['The crutches was tried.', 'The crutches were tried.'],
    ['The plan were to go on.', 'The plan was to go on.'],
    ['There was spasms present in it.', 'There were spasms present in it.'],
    [
      'The request for transport to appointments lack a reason.',
      'The request for transport to appointments lacks a reason.',
    ],
    ['The records from the clinic lacks any detail.', 'The records from the clinic lack any detail.'],
    ['The hardware were removed.', 'The hardware was removed.'],
    ['The number of visits requested are unclear.', 'The number of visits requested is unclear.'],
    ['There is no urine drug screens in the file.', 'There are no urine drug screens in the file.'],
    ['Four of the nine requested items has come.', 'Four of the nine requested items have come.'],
    [
      'The injured worker slipped on a wet floor and sustain a fracture.',
      'The injured worker slipped on a wet floor and sustained a fracture.',
    ],
    ['She received an injection and tolerate it well.', 'She received an injection and tolerated it well.'],
    ['Diagnoses is listed below.', 'Diagnoses are listed below.'],
    ['The symptoms also has changed.', 'The symptoms also have changed.'],
  ])('%s', (text, right) => {
    const findings = find(text);
    expect(findings).toHaveLength(1);
    for (const { start, end, suggestions } of findings) {
      expect(text.slice(0, start) + suggestions[0] + text.slice(end)).toBe(right);
    }
    expect(find(right)).toEqual([]);
  });
});

describe('is silent where the subject is another or the verb a bare form', () => {
  it.each([
    'The findings behind it are plain, and the review is, as it were, short.',
    'The requirement that the patient have failed it was met.',
    'There were a number of visits, and there are pain and spasm.',
    'Rizatriptan use decreased in May.',
    'The tools that process documentation have errors.',
    'He bought bonds this year that were cheap.',
    'The notes that indicated the visit are lost.',
    'Such drugs as the patient takes are old.',
    'He said that he was given the FCE to read.',
    'Conservative and surgical care were tried.',
    'The provider notes that were sent were lost.',
    'The provider notes that he rests.',
    'There has been two months of rest.',
    'The examination of the hips and a splint were asked for.',
    'The pain and the swelling has gone.',
    'A combination of drugs were tried.',
    'Taking opioids is not recommended.',
    'If treating patients is not covered, the request falls.',
    'The drug that helped patients was not approved.',
    'The panel that sees requests is not available.',
    'The clinic that treats patients is closed.',
    'The fact that the patient exercises is encouraging.',
    'The note describing therapy sessions is missing.',
    'This lets therapy continue.',
    'He recommends that the patient take less and that the surgeon perform it.',
    'It is important that the patient have an MRI.',
    'If the patient were younger, fusion would be refused.',
    'Should the patient fail therapy, an injection follows.',
    'Nor does the patient take opioids.',
    'The neck, the back, and the knee are tender.',
    'The knee and the hip are stiff.',
    'Joints such as the knee are tender.',
    'Symptoms since the surgery are worse.',
    'The difference between the notes and the records is small.',
    'The number of visits is unclear.',
    'A number of visits were used.',
    'A variety of treatments have failed.',
    'The Official Disability Guidelines recommends a trial.',
    'Ten sessions is within the guideline.',
    'One of the injections was helpful.',
    'The amount of therapy patients receive is limited.',
    'Patients for whom surgery is planned are seen.',
    'What treatments does the MTUS name?',
    'The request(s) are listed below.',
    'The applicant need only show a change.',
    'The use of the brace and the cane is recommended.',
    'All but the knee are well.',
    'It was noted as the records were read.',
    'The series of injections was stopped; diabetes is controlled.',
    'Each of the tests was normal, and neither of the discs is torn.',
    'The tests that show radiculopathy are missing.',
    'A series of tests that show a lesion is needed.',
    'The number of times patients are seen is unclear.',
    'He and she are married, and men such as he include it.',
    'Make sure that the record is signed and send it.',
    'The patient was told to rest and take it.',
    'The patient has injuries that hurt and limit him.',
    'Does he have pain? He did not, nor does she have any.',
    'It recommends he take less, and lets him go.',
    'Additionally, setting limits on visits is usual.',
    'The method never blocks and always succeeds.',
    'The tools that process documentation have errors.',
    'The options and warnings dialog is shown.',
    'A selection of methods include it.',
    'The FHS is relaxed, and your DNS does not work.',
    'The floating pain disappears with rest and the knee is well.',
    'There is no daylight savings time.',
    'ADDITIONAL THERAPY SESSIONS is not necessary.',
    'The physician documented the injured worker emailed human resources about it and an inquiry was opened.',
    'The lack of a reason is noted, and the need for a brace is clear.',
    'The treatment needs a plan, and treatment needs are met.',
    'The ability of the nurse to correctly identify it is known.',
    'Any calls to the office after the injury has healed are noted.',
    'The references to the transaction survive in it and the status has changed.',
    'The elderly are frail, the rest were well, and the injured have rights.',
    'The following are named, and the same were seen.',
    'There are a bunch of notes, and where a third have failed it is stopped.',
    'The patient tried to rest and avoid lifting.',
    'He had the nurse clean and remove it.',
    'The patient reported that lifting and bending increase pain.',
    'The surgeon described risks and benefits.',
    'He said he could stand and maintain balance.',
    'The provider asked for films and provided notes.',
    'The patient led a team of nine and lead levels in his blood were normal.',
    'Half of the patients are better.',
    'One of the reasons patients are denied is cost.',
    'There are tenderness and spasm.',
    'There is no records review.',
    'There is therapy to be had, and there were a number of visits.',
    'There is a few days left.',
    'Neither of the drugs is named.',
    'Both the knee and the hip are stiff.',
    'The patient, who has had two operations, is weak.',
    'A set of criteria that allow it is named.',
    'Patients with a tear that require surgery are seen.',
    'A brace and a splint that relieve pain were tried.',
    'Two thirds of the tear has healed.',
    'There is a list of drugs that shows the dose.',
    'He has pain and a set of splints that helps.',
    'The care the worker needs is named.',
    'The neck, including the scalene, the shoulder, and the arm were tender.',
    'The notes of March show pain, and the note of 10/25 shows none.',
    'The report of June 10, 2016, notes and films show it.',
    'In this case studies of the nerve show no loss.',
    'In this case report the authors show that it helps.',
    'In this case management of the pain has failed.',
  ])('%s', (text) => {
    expect(find(text)).toEqual([]);
  });
});
