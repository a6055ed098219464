import type { KnownRecord } from '../../support/sandbox';
import type { Counts, Digest, DownloadedFile, Outputs, RelatedList } from './outputs';

/** Limits in the workflow. */
const EMAILS = 2;
const ROWS_OF_DIGEST = 3;

/** What was read around one record. */
interface Around {
	emails?: RelatedList;
	files: readonly DownloadedFile[];
	history?: RelatedList;
	counts?: Counts;
	digest?: Digest;
	isFound: boolean;
}

type Check = (around: Around, expected: (list: string) => number) => boolean;

const CHECKS: readonly [what: string, isRight: Check][] = [
	['emails', ({ emails }, of) => emails?.count === Math.min(of('Emails'), EMAILS)],
	['texts of emails', ({ emails }) => emails?.records.every(hasText) === true],
	['files', ({ files }, of) => files.length === of('Attachments') && files.every(isWhole)],
	['history', ({ history }) => history !== undefined && isHistory(history)],
	[
		'counts',
		({ counts }, of) => ['Notes', 'Attachments'].every((list) => counts?.counts[list] === of(list)),
	],
	['digest', ({ digest }, of) => digest !== undefined && isRight(digest, of('Notes'))],
	['search', ({ isFound }) => isFound],
];

/** What was read around a record and is not as the sandbox's data has it, in words. */
export function recordDeviations(
	outputs: Outputs,
	name: string,
	{ id, counts }: KnownRecord,
): string[] {
	const isOfRecord = ({ recordId }: { recordId: string }) => recordId === id;
	const around: Around = {
		emails: outputs.emails.find(isOfRecord),
		files: outputs.files.filter(isOfRecord),
		history: outputs.histories.find(isOfRecord),
		counts: outputs.counts.find(isOfRecord),
		digest: outputs.digests.find(isOfRecord),
		isFound: outputs.found.some((record) => record.id === id),
	};
	const wrong = CHECKS.filter(
		([, isAsExpected]) => !isAsExpected(around, (list) => counts[list] ?? 0),
	);
	return wrong.map(([what]) => `${name}: ${what} not as the data has it`);
}

function hasText({ content_text: text }: RelatedList['records'][number]): boolean {
	return typeof text === 'string' && text !== '';
}

function isWhole({ bytes, size }: DownloadedFile): boolean {
	return bytes === size;
}

function isHistory({ count, records }: RelatedList): boolean {
	return count > 0 && isNewestFirst(records.map(({ audited_time: time }) => String(time)));
}

function isRight({ lists, events, refused, record, recordId }: Digest, notes: number): boolean {
	const isKnown =
		lists.Notes?.shown === Math.min(notes, ROWS_OF_DIGEST) && lists.Notes.total === notes;
	const isInOrder = isNewestFirst(events.map(({ time }) => time));
	return isKnown && isInOrder && refused.length === 0 && record.id === recordId;
}

/** Those without a time come last. */
function isNewestFirst(times: readonly (string | null)[]): boolean {
	const instants = times.map((time) => (time === null ? -Infinity : Date.parse(time)));
	return instants.every((instant, index) => index === 0 || instant <= (instants[index - 1] ?? NaN));
}
