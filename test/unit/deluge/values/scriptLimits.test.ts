import {
	checkDepth,
	type Meter,
} from '../../../../nodes/ZohoCrmRelatedRecords/deluge/values/scriptLimits';
import { dueMeter } from '../dueMeter';

function times(count: number, use: (meter: Meter) => void) {
	return (meter: Meter) => {
		for (let done = 0; done < count; done += 1) use(meter);
	};
}

type Use = (meter: Meter) => unknown;

/** What just fits, and what one more does not. */
const BOUNDS: readonly (readonly [name: string, fits: Use, more: Use, message: string])[] = [
	['statements', times(2, (m) => m.statement()), (m) => m.statement(), 'more than 2 statements'],
	['requests', times(2, (m) => m.call()), (m) => m.call(), 'more than 2 requests to Zoho'],
	[
		'one text',
		(m) => m.text(5_000_000),
		(m) => m.text(5_000_001, 0),
		'A text would have more than 5000000 characters',
	],
	[
		'all texts',
		times(20, (m) => m.text(5_000_000)),
		(m) => m.text(1),
		'texts with more than 100000000 characters in total',
	],
	[
		'one list',
		(m) => m.collection(100_000),
		(m) => m.collection(100_001, 0),
		'A list or map would have more than 100000 entries',
	],
	[
		'all lists',
		times(30, (m) => m.collection(100_000)),
		(m) => m.collection(1),
		'lists and maps with more than 3000000 entries in total',
	],
	['maps', times(1_041_666, (m) => m.map()), (m) => m.map(), 'more than 250 MB'],
	['dates', times(1_000_000, (m) => m.date()), (m) => m.date(), 'more than 250 MB'],
	['JSON', times(6_250_000, (m) => m.jsonValue()), (m) => m.jsonValue(), 'more than 250 MB'],
	[
		'output',
		(m) => m.giveOut(20_000_000),
		(m) => m.giveOut(1),
		'returns or logs more than 20000000 characters',
	],
	['work', (m) => m.work(50_000_000), (m) => m.work(1), 'too much searching and comparing'],
	['depth', () => checkDepth(100), () => checkDepth(101), 'more than 100 levels deep'],
];

it.each(BOUNDS)('%s', (_name, fits, more, message) => {
	const { meter } = dueMeter();
	fits(meter);
	expect(() => more(meter)).toThrow(
		expect.objectContaining({
			code: 'DELUGE_LIMIT',
			message: expect.stringContaining(message),
			resolution: expect.stringMatching(/\w/),
		}),
	);
});

it('counts the characters that are new, and those given out', () => {
	const { meter } = dueMeter();
	meter.text(10);
	meter.text(12, 2);
	expect(meter.charactersMade).toBe(12);
	expect([meter.giveOut(3), meter.giveOut(4)]).toEqual([3, 7]);
});
