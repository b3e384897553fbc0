import { describe, expect, it } from 'vitest';
import { findDates, readDate, writeDate } from '../../server/src/language/syntax/index.ts';

const read = (text: string): [string, string | undefined][] =>
  findDates(text).map((date) => [text.slice(date.start, date.end), date.iso]);

describe('dates as letters print them', () => {
  it.each([
    ['seen on 12/30/2016.', '12/30/2016', '2016-12-30'],
    ['on (1-9-17) he', '1-9-17', '2017-01-09'],
    ['dated 10/14/ 2016 and', '10/14/ 2016', '2016-10-14'],
    ['of September 29, 2015 date', 'September 29, 2015', '2015-09-29'],
    ['on Sept. 4 2014', 'Sept. 4 2014', '2014-09-04'],
    ['born 03-17-56', '03-17-56', '1956-03-17'],
    ['on 2016-11-03,', '2016-11-03', '2016-11-03'],
  ])('%s', (text, printed, iso) => {
    expect(read(text)).toEqual([[printed, iso]]);
  });

  it('knows a month without a day', () => {
    expect(findDates('surgery in February 2016 and 5/2002')).toMatchObject([
      { year: 2016, month: 2, day: undefined, possible: true },
      { year: 2002, month: 5, day: undefined, possible: true },
    ]);
  });

  it.each([
    'pain 5-10/10',
    'Trezix 320.5-30-16mg',
    'Norco 10/325 mg',
    'at L4-5',
    '2-3 times',
    '6-8 out of 10',
    'case CM16-0123456',
    'reflexes 2/2',
    'Lidopro 4%-27.5%-0.0325%',
    'May 12 of the sessions',
    'in 2016',
  ])('leaves "%s" alone', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('dates that cannot be', () => {
  it.each(['13/45/2016', '02/30/2016', 'November 31, 2016', 'June 20216', 'December 9, 3026', '12/05/20166'])(
    '%s',
    (text) => {
      expect(findDates(text)).toMatchObject([{ possible: false, iso: undefined }]);
    },
  );

  it('with a short year only where a date is due', () => {
    expect(findDates('seen on 11/31/16')).toMatchObject([{ possible: false }]);
    expect(findDates('ratio 11/31/16')).toEqual([]);
    expect(findDates('dated 12/05/201')).toMatchObject([{ possible: false }]);
  });
});

describe('writing a day', () => {
  it.each([
    ['November 9, 2016', '2016-12-23', 'December 23, 2016'],
    ['1-9-17', '2016-12-23', '12-23-16'],
    ['01/09/2017', '2016-02-03', '02/03/2016'],
  ])('as %s is written', (like, iso, text) => {
    expect(writeDate(iso, findDates(like)[0]?.format ?? '')).toBe(text);
  });

  it('reads back what it writes', () => {
    for (const format of ['MM/DD/YYYY', 'M-D-YY', 'Month D, YYYY', 'Mon. D, YYYY', 'YYYY-MM-DD']) {
      expect(readDate(writeDate('2016-05-09', format))?.iso).toBe('2016-05-09');
    }
  });
});
