const { default: Sequencer } = require('@jest/test-sequencer');

/** The files that take longest, longest first: begun last, one of them would run on alone. */
const LONGEST = [
	'test/engine/faults/matrix',
	'test/engine/faults/randomRuns',
	'test/engine/faults/dropDowns',
	'test/engine/faults/hostileServer',
	'test/engine/faults/bigLists',
	'test/n8n/memory/memory',
	'test/unit/transport/pagination/changingLists',
	'test/engine/operations/runDelugeScript',
	'test/engine/operations/pages',
];

/** Jest knows how long files take only where they ran before: in a new clone it goes by their size. */
module.exports = class extends Sequencer {
	sort(tests) {
		const rank = ({ path }) => {
			const place = LONGEST.findIndex((file) => path.endsWith(`/${file}.test.ts`));
			return place === -1 ? LONGEST.length : place;
		};
		return super.sort(tests).sort((one, other) => rank(one) - rank(other));
	}
};
