/** Methods of files: known, though no value has them, as files cannot be read. */
export const FILE_METHODS: readonly string[] = [
	'setParamName',
	'setFileName',
	'setFileType',
	'setCharset',
	'getFileName',
	'getFileContent',
	'getFileSize',
	'getFileType',
	'compress',
	'extract',
	'toFile',
	'convertToPDF',
];

/** Whether a name, in whatever case, is a method of files. */
export function isFileMethod(name: string): boolean {
	return FILE_METHODS.some((method) => method.toLowerCase() === name.toLowerCase());
}
