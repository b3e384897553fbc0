import { describe, expect, it } from 'vitest';
import { skeletonOf } from '../support/skeleton.ts';

const body = [
  '',
  'HOW THE IMR FINAL DETERMINATION WAS MADE',
  'MAXIMUS Federal Services sent the complete case file to an expert reviewer.',
  '',
  'CLINICAL CASE SUMMARY',
  'The injured worker fell.',
  '',
].join('\n');

const values = {
  caseNumber: 'CM17-0001999',
  dateAssigned: '01/11/2017',
  dateOfInjury: '10/04/2016',
  decisionDate: '02/09/2017',
  urDenialDate: '12/30/2016',
  priority: 'Expedited',
  applicationReceived: '01/05/2017',
};

function headerOf(text: string): Record<string, string> {
  return Object.fromEntries(skeletonOf(text + body).header);
}

describe('header table', () => {
  it('reads two columns', () => {
    const text = [
      'Case Number:          CM17-0001999',
      'Date Assigned:        01/11/2017                      Date of Injury:      10/04/2016',
      'Decision Date:        02/09/2017                      UR Denial Date:      12/30/2016',
      'Priority:             Expedited                       Application          01/05/2017',
      '                                                      Received:',
    ].join('\n');
    expect(headerOf(text)).toEqual(values);
  });

  it('reads label and value on one line (pypdf)', () => {
    const text = [
      'Case Number: CM17-0001999',
      'Date Assigned: 01/11/2017 Date of Injury: 10/04/2016',
      'Decision Date: 02/09/2017 UR Denial Date: 12/30/2016',
      'Priority: Expedited Application Received: 01/05/2017',
    ].join('\n');
    expect(headerOf(text)).toEqual(values);
  });

  it('reads all labels, then all values (pdfminer)', () => {
    const text = [
      'Case Number: ',
      'Date Assigned: ',
      'Decision Date: ',
      'Priority: ',
      '',
      'CM17-0001999 ',
      '01/11/2017 ',
      '02/09/2017 ',
      'Expedited ',
      '',
      'Date of Injury: ',
      'UR Denial Date: ',
      'Application ',
      'Received: ',
      '',
      '10/04/2016 ',
      '12/30/2016 ',
      '01/05/2017 ',
    ].join('\n');
    expect(headerOf(text)).toEqual(values);
  });

  it('keeps a field whose value is missing, empty', () => {
    const text = [
      'Case Number: CM17-0001999',
      'Date Assigned: 01/11/2017',
      'Date of Injury:',
      'Priority: Standard',
    ].join('\n');
    expect(headerOf(text)).toMatchObject({
      caseNumber: 'CM17-0001999',
      dateOfInjury: '',
      priority: 'Standard',
    });
  });

  it('is absent where a letter begins at its first section', () => {
    expect(headerOf('')).toEqual({});
  });

  it('reads the labels of the notice of 2013', () => {
    const text = [
      'Notice of Independent Medical Review Determination',
      'Dated: 11/14/2013',
      '',
      'Date of UR Decision:        8/19/2013',
      'Date of Injury:             4/25/2013',
      'IMR Application Received:   9/6/2013',
      'MAXIMUS Case Number:        CM13-0021533',
      '',
      'INDEPENDENT MEDICAL REVIEW DECISION AND RATIONALE',
      'An application for Independent Medical Review was filed on 9/6/2013.',
    ].join('\n');
    expect(Object.fromEntries(skeletonOf(text).header)).toEqual({
      decisionDate: '11/14/2013',
      urDenialDate: '8/19/2013',
      dateOfInjury: '4/25/2013',
      applicationReceived: '9/6/2013',
      caseNumber: 'CM13-0021533',
    });
  });
});
