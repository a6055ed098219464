import { table } from './table';

const columns = [{ heading: 'Name' }, { heading: 'Rows', isNumber: true }, { heading: 'Note' }];

it('aligns texts at the left and numbers at the right', () => {
	const rows = [
		['Ann', 1, 'x'],
		['Bartholomew', 12345, 'y'],
	];
	expect(table(columns, rows)).toBe(
		[
			'  Name          Rows  Note',
			'  -----------  -----  ----',
			'  Ann              1  x',
			'  Bartholomew  12345  y',
		].join('\n'),
	);
});

it('has a dash for what is missing, and no space at the end of a line', () => {
	const lines = table(columns, [
		['Ann', null],
		[undefined, 0, ''],
	]).split('\n');
	expect(lines.slice(2)).toEqual(['  Ann      -  -', '  -        0']);
});

it('keeps cells on one line, and cuts long ones visibly', () => {
	const [, , row = ''] = table([{ heading: 'A' }], [[`one\n\ttwo ${'x'.repeat(100)}`]]).split('\n');
	expect(row).toMatch(/^ {2}one two x+\.\.\.$/);
	expect(row).toHaveLength(62);
});
