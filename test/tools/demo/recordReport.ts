import type { Counts, Digest, DownloadedFile, Outputs, RelatedList } from './outputs';
import { table } from './table';

type Called = (id: string | null) => string;

const MB = 1024 * 1024;

/**
 * What was read around each record, as small tables under their headings; undefined where nothing was.
 * @param called what people call a record
 */
export function recordTables(
	{ emails, files, histories, counts, digests, found }: Outputs,
	called: Called,
): [heading: string, body: string | undefined][] {
	const withEmails = emails.filter(({ count }) => count > 0);
	return [
		['Emails, with their text', some(withEmails, () => emailsTable(withEmails, called))],
		['Files', some(files, () => filesTable(files, called))],
		['History', some(histories, () => historyTable(histories, called))],
		['Counts', some(counts, () => countsTable(counts, called))],
		['Digests', some(digests, () => digestsTable(digests, called))],
		[
			'Found by name',
			some(found, () =>
				table(
					['Record', 'Email', 'Owner'].map((heading) => ({ heading })),
					found.map(({ id, Email, Owner }) => [called(String(id)), Email, Owner]),
				),
			),
		],
	];
}

function some(rows: readonly unknown[], body: () => string): string | undefined {
	return rows.length === 0 ? undefined : body();
}

function emailsTable(emails: readonly RelatedList[], called: Called): string {
	return table(
		[
			{ heading: 'Record' },
			{ heading: 'Read', isNumber: true },
			{ heading: 'More' },
			{ heading: 'Subject' },
			{ heading: 'Text' },
		],
		emails.map(({ recordId, count, hasMore, records: [first] }) => [
			called(recordId),
			count,
			hasMore ? 'yes' : 'no',
			first?.subject,
			first?.content_text,
		]),
	);
}

function filesTable(files: readonly DownloadedFile[], called: Called): string {
	return table(
		[{ heading: 'Record' }, { heading: 'File' }, { heading: 'Downloaded', isNumber: true }],
		files.map(({ recordId, name, bytes }) => [
			called(recordId),
			name,
			bytes === undefined ? 'a link' : `${(bytes / MB).toFixed(2)} MB`,
		]),
	);
}

function historyTable(histories: readonly RelatedList[], called: Called): string {
	return table(
		[
			{ heading: 'Record' },
			{ heading: 'Changes', isNumber: true },
			{ heading: 'Last' },
			{ heading: 'What' },
		],
		histories.map(({ recordId, count, records: [last] }) => [
			called(recordId),
			count,
			last?.audited_time,
			last?.action,
		]),
	);
}

function countsTable(counts: readonly Counts[], called: Called): string {
	return table(
		[
			{ heading: 'Record' },
			{ heading: 'Lists', isNumber: true },
			{ heading: 'Rows', isNumber: true },
			{ heading: 'Not counted', isNumber: true },
		],
		counts.map(({ recordId, counts: counted, total, refused }) => [
			called(recordId),
			Object.keys(counted).length,
			total,
			refused.length,
		]),
	);
}

function digestsTable(digests: readonly Digest[], called: Called): string {
	return table(
		[
			{ heading: 'Record' },
			{ heading: 'List' },
			{ heading: 'Shown' },
			{ heading: 'Newest of all' },
		],
		digests.flatMap(({ recordId, lists, events: [newest] }) =>
			Object.entries(lists)
				.filter(([, { shown }]) => shown > 0)
				.map(([list, { shown, total }], index) => [
					called(recordId),
					list,
					`${shown} of ${total ?? 'more'}`,
					index === 0 ? (newest?.title ?? newest?.type) : '',
				]),
		),
	);
}
