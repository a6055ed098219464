import type { INodeProperties } from 'n8n-workflow';
import { LABELS } from '../../helpers/labels';
import { shown } from '../../helpers/shown';
import { invalidParameter } from '../../helpers/zohoError';
import type { ItemParameters } from '../parameters/itemParameters';
import { flag, namesIn, wholeNumber } from '../parameters/validate';

const DEFAULT_FIELD = 'data';
const DEFAULT_MAX_MB = 25;
const MAX_MB = 10_000;
const MB = 1024 * 1024;

export const binaryFieldParameter: INodeProperties = {
	displayName: LABELS.binaryField,
	name: 'binaryField',
	type: 'string',
	default: DEFAULT_FIELD,
	hint: 'The name of the output binary field to put the file in',
	description: 'Name of the binary field of each output item that holds the file',
};

export const fileOptions: INodeProperties[] = [
	{
		displayName: LABELS.fileNames,
		name: 'fileNames',
		type: 'string',
		default: '',
		placeholder: 'e.g. *.pdf,offer*',
		description:
			'Comma-separated patterns of the files to return, ignoring case: * stands for any text, ? for one character. Leave empty for all.',
	},
	{
		displayName: LABELS.includeNoteFiles,
		name: 'includeNoteFiles',
		type: 'boolean',
		default: false,
		description: "Whether to return the files of the record's notes as well",
	},
	{
		displayName: LABELS.maxFileSize,
		name: 'maxFileSize',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: MAX_MB },
		default: DEFAULT_MAX_MB,
		description:
			'Max size of a file. If one is larger, the record gives an error before any file is downloaded. Each file is held in memory, unless n8n stores binary data in its file system.',
	},
	{
		displayName: LABELS.metadataOnly,
		name: 'metadataOnly',
		type: 'boolean',
		default: false,
		description:
			'Whether to return names, sizes and links without downloading the files. Always on when an AI agent uses the node as a tool.',
	},
];

export interface FileOptions {
	binaryField: string;
	includeNoteFiles: boolean;
	/** Empty means all. */
	patterns: string[];
	maxBytes: number;
	isMetadataOnly: boolean;
}

/** @throws ZohoError INVALID_PARAMETER */
export function fileOptionsOf(parameters: ItemParameters): FileOptions {
	const switchOf = (name: 'includeNoteFiles' | 'metadataOnly') =>
		flag(parameters.option(name) ?? false, name);
	const maxMegabytes = parameters.option('maxFileSize') ?? DEFAULT_MAX_MB;
	return {
		binaryField: fieldName(parameters.raw('binaryField') ?? DEFAULT_FIELD),
		includeNoteFiles: switchOf('includeNoteFiles'),
		patterns: namesIn(parameters.option('fileNames'), 'fileNames'),
		maxBytes: wholeNumber(maxMegabytes, 'maxFileSize', MAX_MB) * MB,
		isMetadataOnly: switchOf('metadataOnly'),
	};
}

/** n8n takes a dot or a bracket in the name of a binary field for a path in some nodes. */
const FIELD = /^[\p{L}_$][\p{L}\p{N}_$ -]{0,99}$/u;

function fieldName(value: unknown): string {
	const name = typeof value === 'string' ? value.trim() : value;
	if (typeof name === 'string' && FIELD.test(name) && name !== '__proto__') return name;
	throw invalidParameter(
		'binaryField',
		`cannot be the name of a field: ${shown(value)}`,
		"Use letters, digits and underscores, such as 'data'.",
	);
}
