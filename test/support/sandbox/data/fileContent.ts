import type { Row } from './types';

const ZIP = 'PK\x03\x04';
const SIGNATURES: Record<string, string> = {
	pdf: '%PDF-1.7\n',
	png: '\x89PNG\r\n\x1a\n',
	docx: ZIP,
	xlsx: ZIP,
};
const ALL_BYTES = Buffer.from(Array.from({ length: 256 }, (_unused, byte) => byte));

/** What an attachment holds: as many bytes as its Size, which begin as its kind of file does. */
export function fileContent({ File_Name: name, Size: size }: Row): Buffer {
	const signature = SIGNATURES[String(name).split('.').at(-1) ?? ''];
	const content = Buffer.alloc(Number(size), signature === undefined ? 'Text. ' : ALL_BYTES);
	content.write(signature ?? '', 'latin1');
	return content;
}
